<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="da_DK">
<context>
    <name>Account</name>
    <message numerus="yes">
        <source>%n post(er) er ændret uden om programmet. Se dem efter.</source>
        <translation>
            <numerusform>%n post er ændret uden om programmet. Se den efter.</numerusform>
            <numerusform>%n poster er ændret uden om programmet. Se dem efter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er) i redningskopien kunne ikke hentes tilbage.</source>
        <translation>
            <numerusform>%n ændring i redningskopien kunne ikke hentes tilbage.</numerusform>
            <numerusform>%n ændringer i redningskopien kunne ikke hentes tilbage.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er), der ikke var sendt, er hentet tilbage fra redningskopien og venter på at blive sendt.</source>
        <translation>
            <numerusform>%n ændring, der ikke var sendt, er hentet tilbage fra redningskopien og venter på at blive sendt.</numerusform>
            <numerusform>%n ændringer, der ikke var sendt, er hentet tilbage fra redningskopien og venter på at blive sendt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er), der var gemt, stod ikke i journalens fil.</source>
        <translation>
            <numerusform>%n ændring, der var gemt, stod ikke i journalens fil.</numerusform>
            <numerusform>%n ændringer, der var gemt, stod ikke i journalens fil.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Journalens fil er ældre end sidst: %n gemt(e) ændring(er) er ikke i den.</source>
        <translation>
            <numerusform>Journalens fil er ældre end sidst: %n gemt ændring er ikke i den.</numerusform>
            <numerusform>Journalens fil er ældre end sidst: %n gemte ændringer er ikke i den.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ved sidste møde kendte jobcentrets server %n gemt(e) ændring(er), som denne fil ikke har. Filen kan være lagt tilbage fra en ældre kopi.</source>
        <translation>
            <numerusform>Ved sidste møde kendte jobcentrets server %n gemt ændring, som denne fil ikke har. Filen kan være lagt tilbage fra en ældre kopi.</numerusform>
            <numerusform>Ved sidste møde kendte jobcentrets server %n gemte ændringer, som denne fil ikke har. Filen kan være lagt tilbage fra en ældre kopi.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message numerus="yes">
        <source>%n punkt(er) mangler endnu.</source>
        <translation>
            <numerusform>%n punkt mangler endnu.</numerusform>
            <numerusform>%n punkter mangler endnu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Caseload</name>
    <message numerus="yes">
        <source>Sidst set · %n dag(e)</source>
        <translation>
            <numerusform>Sidst set · %n dag</numerusform>
            <numerusform>Sidst set · %n dage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skrevet %n dag(e) efter</source>
        <translation>
            <numerusform>Skrevet %n dag efter</numerusform>
            <numerusform>Skrevet %n dage efter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Damage</name>
    <message numerus="yes">
        <source>%n til</source>
        <translation>
            <numerusform>%n til</numerusform>
            <numerusform>%n til</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message numerus="yes">
        <source>%n dag(e) siden sidst</source>
        <translation>
            <numerusform>%n dag siden sidst</numerusform>
            <numerusform>%n dage siden sidst</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Employers</name>
    <message numerus="yes">
        <source>Sidst · %n dag(e)</source>
        <translation>
            <numerusform>Sidst · %n dag</numerusform>
            <numerusform>Sidst · %n dage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message numerus="yes">
        <source>Adgangskoden passer ikke. Du kan prøve igen om %n sekund(er).</source>
        <translation>
            <numerusform>Adgangskoden passer ikke. Du kan prøve igen om %n sekund.</numerusform>
            <numerusform>Adgangskoden passer ikke. Du kan prøve igen om %n sekunder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intet er hentet ind: filen har %n sted(er), der skal rettes først.</source>
        <translation>
            <numerusform>Intet er hentet ind: filen har %n sted, der skal rettes først.</numerusform>
            <numerusform>Intet er hentet ind: filen har %n steder, der skal rettes først.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Serveren svarer ikke. Vi prøver igen om %n minut(ter). Dine ændringer er gemt her.</source>
        <translation>
            <numerusform>Serveren svarer ikke. Vi prøver igen om %n minut. Dine ændringer er gemt her.</numerusform>
            <numerusform>Serveren svarer ikke. Vi prøver igen om %n minutter. Dine ændringer er gemt her.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Vent %n sekund(er), før du prøver igen.</source>
        <translation>
            <numerusform>Vent %n sekund, før du prøver igen.</numerusform>
            <numerusform>Vent %n sekunder, før du prøver igen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%n mangler oplysning</source>
        <translation>
            <numerusform>%n mangler oplysning</numerusform>
            <numerusform>%n mangler oplysning</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundDialog</name>
    <message numerus="yes">
        <source>%n række(r), nyeste først. Højst 200 vises.</source>
        <translation>
            <numerusform>%n række.</numerusform>
            <numerusform>%n rækker, nyeste først. Højst 200 vises.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message numerus="yes">
        <source>%n stop skal løses, før notatet kan føres i journalen. Kladden er gemt.</source>
        <translation>
            <numerusform>%n stop skal løses, før notatet kan føres i journalen. Kladden er gemt.</numerusform>
            <numerusform>%n stop skal løses, før notatet kan føres i journalen. Kladden er gemt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Indsat tekst: %n sted(er) at se på</source>
        <translation>
            <numerusform>Indsat tekst: %n sted at se på</numerusform>
            <numerusform>Indsat tekst: %n steder at se på</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Vagten: %n sted(er) at se på</source>
        <translation>
            <numerusform>Vagten: %n sted at se på</numerusform>
            <numerusform>Vagten: %n steder at se på</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message numerus="yes">
        <source>%n emne(r)</source>
        <translation>
            <numerusform>%n emne</numerusform>
            <numerusform>%n emner</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lease</name>
    <message numerus="yes">
        <source>Siden %1 har computeren ikke mødt jobcentrets server. Efter %n dag(e) uden kontakt vises journalen ikke.</source>
        <translation>
            <numerusform>Siden %1 har computeren ikke mødt jobcentrets server. Efter %n dag uden kontakt vises journalen ikke.</numerusform>
            <numerusform>Siden %1 har computeren ikke mødt jobcentrets server. Efter %n dage uden kontakt vises journalen ikke.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Markers</name>
    <message numerus="yes">
        <source>%n markør(er) passer ikke med forløbet.</source>
        <translation>
            <numerusform>%n markør passer ikke med forløbet.</numerusform>
            <numerusform>%n markører passer ikke med forløbet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message numerus="yes">
        <source>%n aftale(r)</source>
        <translation>
            <numerusform>%n aftale</numerusform>
            <numerusform>%n aftaler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n til</source>
        <translation>
            <numerusform>%n til</numerusform>
            <numerusform>%n til</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message numerus="yes">
        <source>%n sted(er) at overveje: skriv om, eller vælg Behold.</source>
        <translation>
            <numerusform>%n sted at overveje: skriv om, eller vælg Behold.</numerusform>
            <numerusform>%n steder at overveje: skriv om, eller vælg Behold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sted(er) at skrive om. Din it-afdeling har slået Behold fra.</source>
        <translation>
            <numerusform>%n sted at skrive om. Din it-afdeling har slået Behold fra.</numerusform>
            <numerusform>%n steder at skrive om. Din it-afdeling har slået Behold fra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sted(er) beholdt som hverdagssprog.</source>
        <translation>
            <numerusform>%n sted beholdt som hverdagssprog.</numerusform>
            <numerusform>%n steder beholdt som hverdagssprog.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop skal løses, før notatet kan føres i journalen.</source>
        <translation>
            <numerusform>%n stop skal løses, før notatet kan føres i journalen.</numerusform>
            <numerusform>%n stop skal løses, før notatet kan føres i journalen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n fundet</source>
        <translation>
            <numerusform>%n fundet</numerusform>
            <numerusform>%n fundet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message numerus="yes">
        <source>%n fundet.</source>
        <translation>
            <numerusform>%n fundet.</numerusform>
            <numerusform>%n fundet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintWindow</name>
    <message numerus="yes">
        <source>%n side(r) at se</source>
        <translation>
            <numerusform>%n side at se</numerusform>
            <numerusform>%n sider at se</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message numerus="yes">
        <source>%n i alt</source>
        <translation>
            <numerusform>%n i alt</numerusform>
            <numerusform>%n i alt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Salvage</name>
    <message numerus="yes">
        <source>%n anden/andre post(er)</source>
        <translation>
            <numerusform>%n anden post</numerusform>
            <numerusform>%n andre poster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n arbejdsgiver(e)</source>
        <translation>
            <numerusform>%n arbejdsgiver</numerusform>
            <numerusform>%n arbejdsgivere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kandidat(er)</source>
        <translation>
            <numerusform>%n kandidat</numerusform>
            <numerusform>%n kandidater</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kladde(r)</source>
        <translation>
            <numerusform>%n kladde</numerusform>
            <numerusform>%n kladder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notat(er)</source>
        <translation>
            <numerusform>%n notat</numerusform>
            <numerusform>%n notater</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er), som jobcentret ikke har fået, var på den ødelagte del og er hentet fra redningskopien.</source>
        <translation>
            <numerusform>%n ændring, som jobcentret ikke har fået, var på den ødelagte del og er hentet fra redningskopien.</numerusform>
            <numerusform>%n ændringer, som jobcentret ikke har fået, var på den ødelagte del og er hentet fra redningskopien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filen var desuden ældre end sidst: %n gemt(e) ændring(er) var ikke i den.</source>
        <translation>
            <numerusform>Filen var desuden ældre end sidst: %n gemt ændring var ikke i den.</numerusform>
            <numerusform>Filen var desuden ældre end sidst: %n gemte ændringer var ikke i den.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n indstilling(er) kan ikke ændres her.</source>
        <translation>
            <numerusform>%n indstilling kan ikke ændres her.</numerusform>
            <numerusform>%n indstillinger kan ikke ændres her.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Højst %n minut(ter).</source>
        <translation>
            <numerusform>Højst %n minut.</numerusform>
            <numerusform>Højst %n minutter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Journalen låses senest %n time(r) efter oplåsning.</source>
        <translation>
            <numerusform>Journalen låses senest %n time efter oplåsning.</numerusform>
            <numerusform>Journalen låses senest %n timer efter oplåsning.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message numerus="yes">
        <source>%n ord</source>
        <translation>
            <numerusform>%n ord</numerusform>
            <numerusform>%n ord</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Silence</name>
    <message numerus="yes">
        <source>%n konsulent(er) har ikke synkroniseret</source>
        <translation>
            <numerusform>%n konsulent har ikke synkroniseret</numerusform>
            <numerusform>%n konsulenter har ikke synkroniseret</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n konsulent(er) har ikke synkroniseret siden %1</source>
        <translation>
            <numerusform>%n konsulent har ikke synkroniseret siden %1</numerusform>
            <numerusform>%n konsulenter har ikke synkroniseret siden %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>%n ændring(er) er gemt her og venter</source>
        <translation>
            <numerusform>%n ændring er gemt her og venter</numerusform>
            <numerusform>%n ændringer er gemt her og venter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er) er hentet igen fra jobcentret.</source>
        <translation>
            <numerusform>%n ændring er hentet igen fra jobcentret.</numerusform>
            <numerusform>%n ændringer er hentet igen fra jobcentret.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er) fra kolleger kan ses, når Feltjournal er opdateret.</source>
        <translation>
            <numerusform>%n ændring fra kolleger kan ses, når Feltjournal er opdateret.</numerusform>
            <numerusform>%n ændringer fra kolleger kan ses, når Feltjournal er opdateret.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er) sendes næste gang, du er på kommunens net.</source>
        <translation>
            <numerusform>%n ændring sendes næste gang, du er på kommunens net.</numerusform>
            <numerusform>%n ændringer sendes næste gang, du er på kommunens net.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er) udefra kan ikke vises. Kontakt it-support.</source>
        <translation>
            <numerusform>%n ændring udefra kan ikke vises. Kontakt it-support.</numerusform>
            <numerusform>%n ændringer udefra kan ikke vises. Kontakt it-support.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er) · %1</source>
        <translation>
            <numerusform>%n ændring · %1</numerusform>
            <numerusform>%n ændringer · %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er), der kun fandtes her, er lagt i kø på ny.</source>
        <translation>
            <numerusform>%n ændring, der kun fandtes her, er lagt i kø på ny.</numerusform>
            <numerusform>%n ændringer, der kun fandtes her, er lagt i kø på ny.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er), som serverens vagt havde afvist, fandtes kun her og er væk. Skriv dem igen.</source>
        <translation>
            <numerusform>%n ændring, som serverens vagt havde afvist, fandtes kun her og er væk. Skriv den igen.</numerusform>
            <numerusform>%n ændringer, som serverens vagt havde afvist, fandtes kun her og er væk. Skriv dem igen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Serveren afviste %n ændring(er). Se hvorfor her.</source>
        <translation>
            <numerusform>Serveren afviste %n ændring. Se hvorfor her.</numerusform>
            <numerusform>Serveren afviste %n ændringer. Se hvorfor her.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>og %n til</source>
        <translation>
            <numerusform>og %n til</numerusform>
            <numerusform>og %n til</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message numerus="yes">
        <source>%n aftale(r)</source>
        <translation>
            <numerusform>%n aftale</numerusform>
            <numerusform>%n aftaler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n afvist af serverens vagt</source>
        <translation>
            <numerusform>%n afvist af serverens vagt</numerusform>
            <numerusform>%n afvist af serverens vagt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n anden/andre</source>
        <translation>
            <numerusform>%n anden</numerusform>
            <numerusform>%n andre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kontakt(er)</source>
        <translation>
            <numerusform>%n kontakt</numerusform>
            <numerusform>%n kontakter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notat(er)</source>
        <translation>
            <numerusform>%n notat</numerusform>
            <numerusform>%n notater</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opgave(r)</source>
        <translation>
            <numerusform>%n opgave</numerusform>
            <numerusform>%n opgaver</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop fra vagten</source>
        <translation>
            <numerusform>%n stop fra vagten</numerusform>
            <numerusform>%n stop fra vagten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n dag(e) eller mere</source>
        <translation>
            <numerusform>%n dag eller mere</numerusform>
            <numerusform>%n dage eller mere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message numerus="yes">
        <source>Du kan prøve igen om %n minut(ter).</source>
        <translation>
            <numerusform>Du kan prøve igen om %n minut.</numerusform>
            <numerusform>Du kan prøve igen om %n minutter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Du kan prøve igen om %n sekund(er).</source>
        <translation>
            <numerusform>Du kan prøve igen om %n sekund.</numerusform>
            <numerusform>Du kan prøve igen om %n sekunder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For kort endnu: mindst %n tegn.</source>
        <translation>
            <numerusform>For kort endnu: mindst %n tegn.</numerusform>
            <numerusform>For kort endnu: mindst %n tegn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mindst %n tegn.</source>
        <translation>
            <numerusform>Mindst %n tegn.</numerusform>
            <numerusform>Mindst %n tegn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitView</name>
    <message numerus="yes">
        <source>%n sted(er) at se på senere</source>
        <translation>
            <numerusform>%n sted at se på senere</numerusform>
            <numerusform>%n steder at se på senere</numerusform>
        </translation>
    </message>
</context>
</TS>
