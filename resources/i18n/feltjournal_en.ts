<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="da_DK">
<context>
    <name></name>
    <message>
        <source>Ny arbejdsgiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ret arbejdsgiver</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlikeHint</name>
    <message>
        <source>Brug %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opret alligevel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Candidate</name>
    <message>
        <source>&amp;Overblik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tidslinje</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+N skriver det første.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke talt om endnu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen notater endnu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intet aftalt endnu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Næste skridt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samarbejde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidslinje</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilføj</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilføj næste skridt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis CPR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ønsker til job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Caseload</name>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · uge %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aftal næste kontakt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aftale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbejdsgiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbejdsgiverkontakt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gjort %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I IPS siden %1 · uge %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPS-konsulent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke endnu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen aftale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intet aftalt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobsøgning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kandidatens telefon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kontaktperson på klinikken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kun på denne computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Myndighedssagsbehandler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Næste skridt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Område</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opfølgning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opgave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rettet %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sagsnr. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samtale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidst set</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sidst set · %n dag(e)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Timer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uden dato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arbejdsgiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arbejdsgiver(e) i dialog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hos arbejdsgivere denne måned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Åbenhed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseloadPage</name>
    <message>
        <source>&amp;Opret kandidat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ret kandidaten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Søg i listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flyttet til i morgen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gjort: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny &amp;aftale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nyt notat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nyt notat om &amp;kandidaten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nyt notat om kandidaten (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilføj &amp;næste skridt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vælg en kandidat i listen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>Afsluttet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aftale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ansat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Besøg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Besøg hos arbejdsgiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Efterværn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findes ikke længere her på computeren.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For langt. Skriv det kortere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fortælle om IPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Følge op på en mulighed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Henvist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I dialog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke begyndt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke interesseret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job ophørt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobsamtale aftalt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobsøgning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobtilbud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kan ikke læses. Skriv det som i eksemplet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kan ikke ændres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kom igen senere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lære virksomhedens behov at kende</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Løse et problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opfølgning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opstart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optaget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prøvedag aftalt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samtale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se på feltet igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se på opgaverne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sige tak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skal udfyldes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv lidt mere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spørge for en kandidat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Støtte i job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Støtte ved jobsamtale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tallet passer ikke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teammøde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefonsamtale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidspunktet er ikke kommet endnu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uddannelse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videomøde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vil gerne møde en kandidat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vil vide mere om ordninger</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Arbejdsgiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gå til</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hjælp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kandidat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redigér</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>Arbejdsgiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formål</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem kontakten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvad talte I om</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvordan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvornår</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke noteret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klokken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny kontakt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nyt sted. Det oprettes, når du gemmer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Næste skridt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>På vegne af</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv begyndelsen af navnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talte med</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uden helbredsoplysninger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Udfald</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Varighed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Arbejd videre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Det, du har ført i journalen, er gemt. Du kan arbejde videre. Bliver det ved, så send oplysningerne herunder til it-support; der står intet om personer i dem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopiér oplysningerne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noget i programmet virkede ikke, som det skulle.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CreateForm</name>
    <message>
        <source>De to er ikke ens. Skriv den samme adgangskode igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit navn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opret journalen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opretter journalen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv den igen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv den ned, og læg den et sikkert sted. Uden den kan kun kommunen lukke dig ind igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv dit navn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vises kun for dig og dine kolleger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vælg en adgangskode</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>%1 kl. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 t %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · i dag, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n dag(e) siden sidst</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>i dag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>i går</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>i morgen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ingen kontakt endnu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kl. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kontakt i dag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uge %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmployerForm</name>
    <message>
        <source>Adresse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbejdsgiveren er gemt her og sendes på kommunens net.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CVR-nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For eksempel bageri eller lager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kontaktperson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otte cifre; kan udelades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmployerView</name>
    <message>
        <source>Ctrl+Shift+B skriver den første.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen kontakter endnu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kontakter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Employers</name>
    <message>
        <source>%1 af 3 besøg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. besøg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. besøg · lær hinanden at kende</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. besøg · lær behovet at kende</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. besøg · tal om en kandidat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CVR %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke endnu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke noteret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intet aftalt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kontaktperson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ligner »%1«</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Næste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Næste skridt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Næste: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seneste kontakt</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Seneste kontakt · %n dag(e)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Skulle være sket %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uden dato</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnrolForm</name>
    <message>
        <source>Kode fra jobcentret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Koden virker kun én gang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Med koden henter computeren dine kandidater og kan sende notater, når du er på kommunens net.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv koden, eller vælg Senere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilmeld computeren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilmelder …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Adgangskoden er for kort. Skriv mindst 15 tegn eller fem ord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adgangskoden er let at gætte. Vælg fem ord, der ikke hører sammen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adgangskoden gentager sig selv. Vælg fem forskellige ord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Adgangskoden passer ikke. Du kan prøve igen om %n sekund(er).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Adgangskoden passer ikke. Se efter, om Caps Lock er slået til, og prøv igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computeren er allerede tilmeldt til en anden person eller et andet jobcenter. Kontakt it-support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computeren har ikke længere adgang til jobcentrets server. Dine notater ligger her. Kontakt it-support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computerens egen nøgle mangler i nøgleringen, måske fordi computeren eller profilen er ny. Kontakt it-support (kode E-31) for genskabelse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computerens nøglering er låst. Lås den op, og prøv igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computerens nøglering gav ikke adgang. Sig ja, når den spørger, og prøv igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computerens nøglering svarer ikke. Log ud og ind på computeren, og prøv igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Den slags dokument kan ikke læses. Brug txt, docx eller pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der er for lidt ledig hukommelse til at låse op. Luk andre programmer, og prøv igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der ligger allerede en journal på denne computer. Luk vinduet, og lås den op i stedet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dokumentet er beskadiget og kan ikke læses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dokumentet er billeder uden tekst, så vagten kan ikke læse det.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dokumentet er for stort. Del det, og prøv igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dokumentet er låst med adgangskode. Gem det uden, og prøv igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Intet er hentet ind: filen har %n sted(er), der skal rettes først.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Invitationen er ikke hel, eller den er til et andet jobcenter. Kopiér den igen, eller bed om en ny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journalen blev låst imens. Lås op, og prøv igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journalen er allerede åben i et andet vindue eller af en anden bruger. Luk den dér først.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journalen er gemt af en nyere udgave af Feltjournal. Opdatér programmet, og prøv igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journalen kan ikke åbnes (kode E-12). Dine data er ikke slettet. Kontakt it-support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journalen må ikke ligge på et netværksdrev eller i en mappe, der kopieres til skyen. Flyt den til computerens egen disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journalens fil er tom eller skåret over. Nøglen er her endnu. Kontakt it-support (kode E-13), og brug ikke programmet imens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journalens fil mangler, men nøglen er her. Opret ikke en ny. Kontakt it-support (kode E-11); filen kan måske hentes tilbage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kan ikke gemme: der må ikke skrives i journalens mappe. Teksten står stadig her. Kontakt it-support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kan ikke gemme: disken er fuld. Teksten står stadig her. Kopiér den, før du lukker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kan ikke gemme: disken svarer med fejl. Teksten står stadig her. Kopiér den, og kontakt it-support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Koden er allerede brugt på en anden computer. Bed jobcentret om en ny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Koden er udløbet. Bed jobcentret om en ny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Koden findes ikke. Se efter, om den er skrevet rigtigt, eller bed jobcentret om en ny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kommunens indstillinger kan ikke læses (%1). Kontakt it-support; journalen er urørt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nøglefilen er beskadiget, og det er reservekopien også (kode E-22). Journalen er urørt. Kontakt it-support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nøglefilen er skrevet af en nyere udgave af Feltjournal. Opdatér programmet, og prøv igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nøglefilen mangler, men journalen er her. Opret ikke en ny. Kontakt it-support (kode E-21) for genskabelse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nøgleringens nøgle hører til en anden journal. Kontakt it-support (kode E-32).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serveren er genskabt fra en ældre kopi. Dine ændringer er gemt her og sendes igen af sig selv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serveren kræver en nyere udgave af Feltjournal. Opdatér programmet; dine ændringer er gemt her.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Serveren svarer ikke. Vi prøver igen om %n minut(ter). Dine ændringer er gemt her.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Serveren svarer ikke. Vi prøver igen om lidt. Dine ændringer er gemt her.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serveren tog ikke imod (%1). Dine ændringer er gemt her. Kontakt it-support, hvis det bliver ved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Vent %n sekund(er), før du prøver igen.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Krypteret på denne computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annuller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behold – hverdagssprog</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message numerus="yes">
        <source>%n stop skal løses, før notatet kan føres i journalen. Kladden er gemt.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Andres oplysninger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behandlerens ord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behandling og indlæggelse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPR-nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosekode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forslag: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fysisk helbred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helbred i hverdagssprog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helbredsoplysninger hører til i regionens patientjournal. Vagten kører kun her på computeren.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I stedet: »%1«</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indsat fra patientjournal</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Indsat tekst: %n sted(er) at se på</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Medicin og dosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medicin uden navn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misbrug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overvej</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privat forhold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prøver og målinger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risiko og tvang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symptomer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Udtalelse fra klinikken</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Vagten: %n sted(er) at se på</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Vagten: ingen bemærkninger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« beskriver en tilstand. Skriv, hvad der skete på jobbet eller i samtalen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« bringer behandlerens ord videre. Skriv, hvad I aftalte om arbejdet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« er en andens helbred. Lad det ude af journalen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« er en diagnose. Skriv, hvad det betyder for arbejdet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« er en måling fra klinikken. Skriv, hvad du selv har set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« er et CPR-nummer. Det står allerede på kandidatens side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« er fysisk helbred. Behold det kun, hvis arbejdspladsen skal tage hensyn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« er om medicin uden navn. Skriv hellere, hvad det betyder for arbejdstiden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« er privat. Behold det kun, hvis det betyder noget for jobbet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« handler om behandling. Skriv kun, hvornår kandidaten kan arbejde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« handler om misbrug. Skriv, hvad det betyder for mødetid og opgaver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« hører kun til i patientjournalen. Er nogen i fare, så ring til klinikken nu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« kan læses som helbred. Er det kandidatens egne ord om hverdagen, kan det blive stående.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« kommer fra klinikken. Behold det kun, hvis det er en ramme for arbejdet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« ligner tekst fra en patientjournal. Den må ikke gemmes her.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« må ikke stå i journalen. Skriv, hvad der hjælper på arbejdspladsen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>»%1« må ikke stå i journalen. Skriv, hvad det betyder for arbejdet – ikke præparatet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuardCard</name>
    <message>
        <source>Behold – hverdagssprog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brug forslaget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slet ordene</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuardPanel</name>
    <message>
        <source>Vis igen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvor kommer det fra?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke angivet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kandidat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klokken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximiliane Østergaard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overskrift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Varighed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Genveje</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taster</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>Computeren er ikke meldt til jobcentret endnu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computeren er ikke sat op til et jobcenter endnu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computerens ur går forkert. Stil det, og prøv igen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der kan kun sendes fra kommunens net eller VPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Du er ikke på kommunens net. Alt bliver gemt her og sendes, når du er tilbage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kommunens net er ikke i nærheden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nettet her svarer i kommunens navn, men er det ikke. Intet er sendt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nettet her vil have dig til at logge på først.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nettet kigger med i forbindelsen, så intet er sendt. Bed it om en undtagelse for serveren.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serveren er ikke den, computeren er meldt til. Intet er sendt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serveren kunne ikke vise, at den er jobcentrets. Intet er sendt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serverens certifikat er udløbet, så intet er sendt. It-support skal forny det.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message numerus="yes">
        <source>%n sted(er) at overveje: skriv om, eller vælg Behold.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sted(er) beholdt som hverdagssprog.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop skal løses, før notatet kan føres i journalen.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Arbejdsgiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jobsøgning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Opfølgning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Samtale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aftaler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbejdsgiveren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brug forslaget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Egen observation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En myndighed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er nogen i fare? Ring 112 eller klinikkens akutnummer først. Notatet kan vente.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Et notat i journalen ændres ikke. Det kan rettes med et nyt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Et offentligt sted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Før i journalen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fører i journalen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemmer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemmes, mens du skriver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemt på denne computer kl. {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genskabt kladde fra {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hjemme hos kandidaten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvad skete der?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I stedet: lad det udgå.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke angivet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indsat tekst: ingen bemærkninger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobcentret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kan ikke gemme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kan ikke gemme. Teksten står stadig her. Kopiér den, før du lukker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kandidaten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kandidaten findes ikke længere på denne computer. Kladden er gemt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kandidatens eget syn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klinikken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Læg til side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min vurdering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notatet er allerede rettet. Åbn den nyeste udgave, og ret den.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Næste sted fra vagten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overskrift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overskriften kan højst være {n} tegn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skift feltgruppe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv dag og klokkeslæt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv dine egne ord i stedet for {gap}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv en overskrift på mindst {n} tegn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv først. Resten kan rettes bagefter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv, hvad der skete, eller hvad I aftalte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teksten er for lang. Der er plads til {n} tegn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefon eller video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidspunktet ligger i fremtiden. Et notat handler om det, der er sket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uddannelsesstedet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undervejs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Varigheden skal være mellem 0 minutter og et døgn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virksomheden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vælg den kandidat, notatet handler om.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lad det udgå</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>Der er plads til {room} tegn. Med det indsatte bliver det {length}. Intet er indsat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filer kan ikke lægges i et notat. Åbn filen, og skriv det vigtige med egne ord.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteWindow</name>
    <message>
        <source>F4 går til næste sted. Det, vagten stopper, gemmes heller ikke i kladden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ført i journalen. Gemt her, sendes på kommunens net.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nyt notat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ret notat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OldNote</name>
    <message>
        <source>Sådan står notatet nu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skrevet {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnBehalf</name>
    <message>
        <source>%1 er fjernet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 er tilføjet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fjern %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv et navn; kan udelades</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Caps Lock er slået til.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseLine</name>
    <message>
        <source>Skjul adgangskode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis adgangskode</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message numerus="yes">
        <source>%n fundet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Aftalen er gemt her og sendes på kommunens net.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPR-nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gem aftalen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvad skal gøres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvornår</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klokken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kontaktperson på klinikken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Myndighedssagsbehandler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny aftale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ny kandidat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Næste skridt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Næste skridt er gemt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ret kandidaten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sagsnummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ti cifre. Vises kun, når du beder om det.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilføj</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uden helbredsoplysninger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Varighed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Åbenhed: hvad er aftalt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ønsker: område</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ønsker: timer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Lås</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lås journalen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sider</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message numerus="yes">
        <source>%n i alt</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Alle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbejdsgivere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc rydder søgningen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I dialog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen arbejdsgiver passer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen arbejdsgivere endnu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen arbejdsgivere venter på dig.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen her lige nu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kræver handling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv dit første besøg med Ctrl+Shift+B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Søg i arbejdsgivere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>%1 af %2 pladser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De kommer ved næste synkronisering, eller opret én i menuen Kandidat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Du har ingen kandidater.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc rydder søgningen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen her lige nu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen kandidat hedder sådan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingen kandidater venter på dig.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kandidater</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kræver handling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Søg i mine kandidater</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message numerus="yes">
        <source>%n ord</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Holdes adskilt fra det, der skete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hvad skete der, og hvad blev sagt? Kun fakta her.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilføj {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>%n ændring(er) er gemt her og venter</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er) sendes næste gang, du er på kommunens net.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Adgangen er udløbet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt er sendt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt er sendt kl. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbejder offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computeren er meldt fra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemt på denne computer kl. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Henter fra serveren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke sendt endnu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kontakt it-support. Dine notater ligger her.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kun på denne computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log på igen for at sende.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>På kommunens net – klar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender %1 af %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Serveren afviste %n ændring(er). Se hvorfor her.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Serveren svarer ikke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serveren tog ikke imod alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidst sendt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv jobcentrets kode for at kunne sende.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vi prøver igen kl. %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vi prøver igen om lidt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>Kladde</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Besked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luk beskeden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>%1 % · mål %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 af %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n aftale(r)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n anden/andre</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kontakt(er)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notat(er)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opgave(r)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop fra vagten</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uge(r) i job</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Arbejdsgiverkontakter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fortsæt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>God aften</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>God dag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>God morgen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intet forfalder i dag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intet forfalder i dag. Næste aftale: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samtaler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sendes, når du er på kommunens net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tid ude af huset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aftale %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ingen aftale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ingen kandidat valgt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ingen tid noteret endnu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Åbn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>14 dage eller mere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aftalen er holdt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aftaler i dag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt her er sendt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flyttet til i morgen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemt her, ikke synkroniseret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikke haft kontakt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opfølgning forfalder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opgaven er gjort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ugen i tal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>denne uge</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Brugbar. Et ord mere gør den god.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Den gentager sig selv. Vælg forskellige ord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Du kan prøve igen om %n minut(ter).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Du kan prøve igen om %n sekund(er).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>For kort endnu: mindst 15 tegn eller fem ord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>God adgangskode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let at gætte. Vælg ord, der ikke hører sammen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mindst 15 tegn eller fem ord. En sætning, kun du kender, er let at huske.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stærk adgangskode.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockForm</name>
    <message>
        <source>Adgangskode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adgangskoden kan ikke slås op, heller ikke af os. Ring til it-support: sammen med kommunens genskabelsesnøgle kan de lukke dig ind igen. Opret ikke en ny journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeg har glemt adgangskoden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lås op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Låser op …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skriv din adgangskode.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Data ligger krypteret på denne computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feltjournal er låst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journalen er oprettet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journalen kan ikke åbnes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Velkommen til Feltjournal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>&amp;Afslut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fortryd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Følg computerens tema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Genveje</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lyst tema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lås</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mindre tekst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal tekst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nyt notat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Større tekst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tilbage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbejdsgivere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I dag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kandidater</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mør&amp;kt tema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synkronisering</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
