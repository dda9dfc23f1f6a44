<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="da_DK">
<context>
    <name>AccessPackage</name>
    <message>
        <source>Aktindsigt</source>
        <translation>Access to documents</translation>
    </message>
    <message>
        <source>Aktindsigt i IPS-forløb</source>
        <translation>Access to documents of an IPS course</translation>
    </message>
    <message>
        <source>Alt, hvad denne computer har om forløbet: oplysninger, notater med alle rettelser, og hvem der har set sagen.</source>
        <translation>All that this computer has about the course: facts, notes with every correction, and who has seen the case.</translation>
    </message>
    <message>
        <source>Hele sagen gemmes som PDF og JSON uden kryptering. At den er taget ud, og hvorfor, skrives i loggen.</source>
        <translation>The whole case is saved as PDF and JSON without encryption. That it was taken out, and why, is written in the log.</translation>
    </message>
    <message>
        <source>Hvem har set sagen</source>
        <translation>Who has seen the case</translation>
    </message>
    <message>
        <source>Hvor skal sagen gemmes</source>
        <translation>Where should the case be saved</translation>
    </message>
    <message>
        <source>Hvorfor tages sagen ud</source>
        <translation>Why is the case taken out</translation>
    </message>
    <message>
        <source>Intet.</source>
        <translation>Nothing.</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Nyeste først</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Sagen er gemt. Slet filerne, når de er afleveret.</source>
        <translation>The case is saved. Delete the files when they have been handed over.</translation>
    </message>
    <message>
        <source>Taget ud af Feltjournal %1</source>
        <translation>Taken out of Feltjournal %1</translation>
    </message>
    <message>
        <source>Vælg mappe og gem</source>
        <translation>Choose a folder and save</translation>
    </message>
    <message>
        <source>aftaler</source>
        <translation>agreements</translation>
    </message>
    <message>
        <source>arbejdsgiver</source>
        <translation>employer</translation>
    </message>
    <message>
        <source>behandlingsteam</source>
        <translation>treatment team</translation>
    </message>
    <message>
        <source>egne ord</source>
        <translation>own words</translation>
    </message>
    <message>
        <source>et tidligere notat</source>
        <translation>an earlier note</translation>
    </message>
    <message>
        <source>faglig vurdering</source>
        <translation>professional assessment</translation>
    </message>
    <message>
        <source>læste et notat</source>
        <translation>read a note</translation>
    </message>
    <message>
        <source>oplysninger</source>
        <translation>facts</translation>
    </message>
    <message>
        <source>oprettede</source>
        <translation>created</translation>
    </message>
    <message>
        <source>person</source>
        <translation>person</translation>
    </message>
    <message>
        <source>retter</source>
        <translation>corrects</translation>
    </message>
    <message>
        <source>skete</source>
        <translation>happened</translation>
    </message>
    <message>
        <source>skrev</source>
        <translation>wrote</translation>
    </message>
    <message>
        <source>skrevet</source>
        <translation>written</translation>
    </message>
    <message>
        <source>skrevet af</source>
        <translation>written by</translation>
    </message>
    <message>
        <source>så CPR-nummeret</source>
        <translation>saw the CPR number</translation>
    </message>
    <message>
        <source>så siden</source>
        <translation>saw the page</translation>
    </message>
    <message>
        <source>så tidslinjen</source>
        <translation>saw the timeline</translation>
    </message>
    <message>
        <source>tog ud</source>
        <translation>took out</translation>
    </message>
    <message>
        <source>åbnede en fil</source>
        <translation>opened a file</translation>
    </message>
    <message>
        <source>åbnede en kladde</source>
        <translation>opened a draft</translation>
    </message>
    <message>
        <source>ændrede</source>
        <translation>changed</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message numerus="yes">
        <source>%n post(er) er ændret uden om programmet. Se dem efter.</source>
        <translation>
            <numerusform>%n record was changed outside the program. Look it over.</numerusform>
            <numerusform>%n records were changed outside the program. Look them over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er) i redningskopien kunne ikke hentes tilbage.</source>
        <translation>
            <numerusform>%n change in the rescue copy could not be put back.</numerusform>
            <numerusform>%n changes in the rescue copy could not be put back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er), der ikke var sendt, er hentet tilbage fra redningskopien og venter på at blive sendt.</source>
        <translation>
            <numerusform>%n change that had not been sent is back from the rescue copy and waits to be sent.</numerusform>
            <numerusform>%n changes that had not been sent are back from the rescue copy and wait to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er), der var gemt, stod ikke i journalens fil.</source>
        <translation>
            <numerusform>%n saved change was not in the journal file.</numerusform>
            <numerusform>%n saved changes were not in the journal file.</numerusform>
        </translation>
    </message>
    <message>
        <source>Den ene af to nøglefiler var beskadiget og er rettet. Du behøver ikke gøre noget.</source>
        <translation>One of the two key files was damaged and has been put right. You need not do anything.</translation>
    </message>
    <message>
        <source>Der er skade i journalens fil på %1. Det, der stod dér, kan ikke læses; resten kan reddes over i en hel fil.</source>
        <translation>The journal's file is damaged on %1. What stood there cannot be read; the rest can be saved into a whole file.</translation>
    </message>
    <message>
        <source>Det gælder: %1.</source>
        <translation>It concerns: %1.</translation>
    </message>
    <message>
        <source>Det, der blev afbrudt sidste gang, er gjort færdigt. Intet er gået tabt.</source>
        <translation>What was interrupted the last time has been finished. Nothing was lost.</translation>
    </message>
    <message>
        <source>Du behøver ikke gøre noget.</source>
        <translation>You need not do anything.</translation>
    </message>
    <message>
        <source>En side i filen er beskadiget. Det, der kan læses, er her.</source>
        <translation>A page of the file is damaged. What can be read is here.</translation>
    </message>
    <message>
        <source>Filen går til %1; der var gemt til %2.</source>
        <translation>The file ends at %1; there were saves until %2.</translation>
    </message>
    <message>
        <source>Har du eller it-support lagt en ældre kopi tilbage, er alt, som det skal være. Ellers ring til it-support (kode E-14), og sig, hvad der står her.</source>
        <translation>If you or IT support have put back an older copy, all is as it should be. Otherwise call IT support (code E-14) and say what is written here.</translation>
    </message>
    <message>
        <source>Hvad jobcentret allerede har modtaget, kommer tilbage ved næste synkronisering. Kladder fra den sidste tid kan mangle.</source>
        <translation>What the job centre has already received comes back with the next synchronisation. Recent drafts may be missing.</translation>
    </message>
    <message>
        <source>Journalens fil er ikke den samme som sidst. Den kan være skiftet ud med en kopi.</source>
        <translation>The journal file is not the same as last time. It may have been replaced by a copy.</translation>
    </message>
    <message numerus="yes">
        <source>Journalens fil er ældre end sidst: %n gemt(e) ændring(er) er ikke i den.</source>
        <translation>
            <numerusform>The journal file is older than last time: %n saved change is not in it.</numerusform>
            <numerusform>The journal file is older than last time: %n saved changes are not in it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Journalens kæde af ændringer er brudt.</source>
        <translation>The journal's chain of changes is broken.</translation>
    </message>
    <message numerus="yes">
        <source>Ved sidste møde kendte jobcentrets server %n gemt(e) ændring(er), som denne fil ikke har. Filen kan være lagt tilbage fra en ældre kopi.</source>
        <translation>
            <numerusform>At the last meeting the jobcentre's server knew %n saved change that this file does not have. The file may have been put back from an older copy.</numerusform>
            <numerusform>At the last meeting the jobcentre's server knew %n saved changes that this file does not have. The file may have been put back from an older copy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Gå til journalen</source>
        <translation>Go to the journal</translation>
    </message>
    <message>
        <source>Red det, der kan læses …</source>
        <translation>Save what can be read …</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message numerus="yes">
        <source>%n punkt(er) mangler endnu.</source>
        <translation>
            <numerusform>%n item is still open.</numerusform>
            <numerusform>%n items are still open.</numerusform>
        </translation>
    </message>
    <message>
        <source>Anbefalingen er nu en opgave.</source>
        <translation>The recommendation is now a task.</translation>
    </message>
    <message>
        <source>Bygger på</source>
        <translation>Rests on</translation>
    </message>
    <message>
        <source>De er vist, som de er i dag. Tallet er frosset.</source>
        <translation>They are shown as they are today. The figure is frozen.</translation>
    </message>
    <message>
        <source>Den fælles score kommer, når begge har afleveret.</source>
        <translation>The agreed score comes when both are in.</translation>
    </message>
    <message>
        <source>Der er ingen forløb i perioden at trække.</source>
        <translation>There are no courses in the period to draw.</translation>
    </message>
    <message>
        <source>Du har afleveret. Dine scorer kan ikke ændres.</source>
        <translation>You have handed in. Your scores cannot be changed.</translation>
    </message>
    <message>
        <source>Gennemgangen er afsluttet.</source>
        <translation>The review is closed.</translation>
    </message>
    <message>
        <source>Kun de, der gennemgår, og teamlederen kan gøre det.</source>
        <translation>Only the reviewers and the team leader can do that.</translation>
    </message>
    <message>
        <source>Rækkerne</source>
        <translation>The rows</translation>
    </message>
    <message>
        <source>Scoren passer ikke til punktet.</source>
        <translation>The score does not fit the item.</translation>
    </message>
    <message>
        <source>Sådan er tallet fundet</source>
        <translation>How the number was found</translation>
    </message>
    <message>
        <source>Teamlederen begynder en gennemgang og siger, hvem der vurderer.</source>
        <translation>The team leader begins a review and says who reviews.</translation>
    </message>
</context>
<context>
    <name>After</name>
    <message>
        <source>Journalen er ikke, som da den blev låst</source>
        <translation>The journal is not as it was when it was locked</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>&amp;Aflys aftalen</source>
        <translation>&amp;Cancel the appointment</translation>
    </message>
    <message>
        <source>&amp;Næste uge</source>
        <translation>&amp;Next week</translation>
    </message>
    <message>
        <source>&amp;Vælg dag …</source>
        <translation>&amp;Choose a day …</translation>
    </message>
    <message>
        <source>Aflys denne og &amp;resten af rækken</source>
        <translation>Call off this and the &amp;rest of the series</translation>
    </message>
    <message>
        <source>Aflyst, også resten af rækken: %1</source>
        <translation>Called off, and the rest of the series: %1</translation>
    </message>
    <message>
        <source>Aflyst: %1</source>
        <translation>Cancelled: %1</translation>
    </message>
    <message>
        <source>Aftalen er gemt her og sendes på kommunens net.</source>
        <translation>The appointment is saved here and will be sent on the municipal network.</translation>
    </message>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Flyt</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Flyttet til %1</source>
        <translation>Moved to %1</translation>
    </message>
    <message>
        <source>Gem aftalen</source>
        <translation>Save the appointment</translation>
    </message>
    <message>
        <source>Genskabt kladde fra %1</source>
        <translation>Restored draft from %1</translation>
    </message>
    <message>
        <source>Gjort: %1</source>
        <translation>Done: %1</translation>
    </message>
    <message>
        <source>Holdt: %1</source>
        <translation>Held: %1</translation>
    </message>
    <message>
        <source>Hvad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Hvad skal gøres</source>
        <translation>What is to be done</translation>
    </message>
    <message>
        <source>Hvornår</source>
        <translation>When</translation>
    </message>
    <message>
        <source>I &amp;morgen</source>
        <translation>&amp;Tomorrow</translation>
    </message>
    <message>
        <source>Ikke gjort alligevel.</source>
        <translation>Not done after all.</translation>
    </message>
    <message>
        <source>Klokken</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Ny aftale</source>
        <translation>New appointment</translation>
    </message>
    <message>
        <source>Næste skridt</source>
        <translation>Next steps</translation>
    </message>
    <message>
        <source>Næste skridt er gemt.</source>
        <translation>The next step is saved.</translation>
    </message>
    <message>
        <source>Ret aftalen</source>
        <translation>Edit the appointment</translation>
    </message>
    <message>
        <source>Skriv, hvad der skal ske, ikke hvordan nogen har det.</source>
        <translation>Write what is to happen, not how anybody is feeling.</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Tilføj</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Udskyd til</source>
        <translation>Put off until</translation>
    </message>
    <message>
        <source>Varighed</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Vælg dag</source>
        <translation>Choose a day</translation>
    </message>
</context>
<context>
    <name>AlikeHint</name>
    <message>
        <source>Brug %1</source>
        <translation>Use %1</translation>
    </message>
    <message>
        <source>Opret alligevel</source>
        <translation>Create anyway</translation>
    </message>
</context>
<context>
    <name>Authority</name>
    <message>
        <source>%1, sent notat</source>
        <translation>%1, late note</translation>
    </message>
    <message>
        <source>Aftaler</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Faglig vurdering</source>
        <translation>Professional assessment</translation>
    </message>
    <message>
        <source>KLE</source>
        <translation>KLE</translation>
    </message>
    <message>
        <source>KLE-nummeret »%1« er udgået. Vælg et andet i fagsystemet.</source>
        <translation>The KLE number “%1” has expired. Choose another in the case system.</translation>
    </message>
    <message>
        <source>KLE-nummeret »%1« findes ikke i KL's liste.</source>
        <translation>The KLE number “%1” is not in KL’s list.</translation>
    </message>
    <message>
        <source>Kan stå tom. Annuller, hvis notatet ikke blev sat ind.</source>
        <translation>May be left empty. Cancel if the note was not pasted.</translation>
    </message>
    <message>
        <source>Kandidatens egne ord</source>
        <translation>The candidate's own words</translation>
    </message>
    <message>
        <source>Kilde</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Kommunen tillader ikke kopiering</source>
        <translation>The municipality does not allow copying</translation>
    </message>
    <message>
        <source>Kopieret – sæt ind i fagsystemet</source>
        <translation>Copied – paste into the case system</translation>
    </message>
    <message>
        <source>Marker som overført</source>
        <translation>Mark as carried over</translation>
    </message>
    <message>
        <source>Notatet er markeret som overført.</source>
        <translation>The note is marked as carried over.</translation>
    </message>
    <message>
        <source>Notatet retter et tidligere notat.</source>
        <translation>The note corrects an earlier note.</translation>
    </message>
    <message>
        <source>Nummer i fagsystemet</source>
        <translation>Number in the case system</translation>
    </message>
    <message>
        <source>Oplysninger</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Overført den</source>
        <translation>Carried over on</translation>
    </message>
    <message>
        <source>Sagsnr.</source>
        <translation>Case no.</translation>
    </message>
    <message>
        <source>Skrevet</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Skrevet af</source>
        <translation>Written by</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>arbejdsgiver</source>
        <translation>employer</translation>
    </message>
    <message>
        <source>egen iagttagelse</source>
        <translation>own observation</translation>
    </message>
    <message>
        <source>kandidaten</source>
        <translation>the candidate</translation>
    </message>
    <message>
        <source>klinikken</source>
        <translation>the clinic</translation>
    </message>
    <message>
        <source>sagsbehandler</source>
        <translation>caseworker</translation>
    </message>
</context>
<context>
    <name>BeginForm</name>
    <message>
        <source>De seneste %1 måneder</source>
        <translation>The last %1 months</translation>
    </message>
    <message>
        <source>Den anden, der vurderer</source>
        <translation>The other reviewer</translation>
    </message>
    <message>
        <source>Den, der vurderer</source>
        <translation>Who reviews</translation>
    </message>
    <message>
        <source>Mig</source>
        <translation>Me</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Skala</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>Slags</source>
        <translation>Kind</translation>
    </message>
</context>
<context>
    <name>BenefitsWindow</name>
    <message>
        <source> kr.</source>
        <translation> kr.</translation>
    </message>
    <message>
        <source>%1 timer</source>
        <translation>%1 hours</translation>
    </message>
    <message>
        <source>Dagpenge</source>
        <translation>Unemployment benefit</translation>
    </message>
    <message>
        <source>Det skal du vide</source>
        <translation>What to know</translation>
    </message>
    <message>
        <source>Fleksløntilskud</source>
        <translation>Flexjob subsidy</translation>
    </message>
    <message>
        <source>Førtidspension, enlig</source>
        <translation>Disability pension, single</translation>
    </message>
    <message>
        <source>Gem som PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Gemt som PDF uden navn.</source>
        <translation>Saved as PDF without a name.</translation>
    </message>
    <message>
        <source>Hvad betyder timer om ugen?</source>
        <translation>What do hours a week mean?</translation>
    </message>
    <message>
        <source>I alt før skat</source>
        <translation>In all before tax</translation>
    </message>
    <message>
        <source>I alt før skat pr. måned</source>
        <translation>Total before tax a month</translation>
    </message>
    <message>
        <source>Ikke regnet med: %1.</source>
        <translation>Not reckoned with: %1.</translation>
    </message>
    <message>
        <source>Ingen timer</source>
        <translation>No hours</translation>
    </message>
    <message>
        <source>Kan ikke skrives ud: en sats er ikke bekræftet. Spørg den, der udbetaler.</source>
        <translation>Cannot be printed: a rate is not verified. Ask whoever pays.</translation>
    </message>
    <message>
        <source>Kontanthjælp, forhøjet sats</source>
        <translation>Cash benefit, high rate</translation>
    </message>
    <message>
        <source>Kontanthjælp, grundsats</source>
        <translation>Cash benefit, basic rate</translation>
    </message>
    <message>
        <source>Kontanthjælp, hjemmeboende</source>
        <translation>Cash benefit, living at home</translation>
    </message>
    <message>
        <source>Kontanthjælp, mindstesats</source>
        <translation>Cash benefit, lowest rate</translation>
    </message>
    <message>
        <source>Løn og ydelse efter timer om ugen</source>
        <translation>Wage and benefit by hours a week</translation>
    </message>
    <message>
        <source>Løn pr. måned</source>
        <translation>Wage a month</translation>
    </message>
    <message>
        <source>Regnet med: %1.</source>
        <translation>Reckoned with: %1.</translation>
    </message>
    <message>
        <source>SU</source>
        <translation>student grant</translation>
    </message>
    <message>
        <source>Satser for %1</source>
        <translation>Rates for %1</translation>
    </message>
    <message>
        <source>Satserne er fra %1 og gælder ikke længere.</source>
        <translation>The rates are from %1 and hold no longer.</translation>
    </message>
    <message>
        <source>Sygedagpenge</source>
        <translation>Sickness benefit</translation>
    </message>
    <message>
        <source>Tallene</source>
        <translation>The figures</translation>
    </message>
    <message>
        <source>Timeløn før skat</source>
        <translation>Hourly pay before tax</translation>
    </message>
    <message>
        <source>Timer om ugen</source>
        <translation>Hours a week</translation>
    </message>
    <message>
        <source>Vejledende for en enlig. Spørg ydelseskontoret, a-kassen eller Udbetaling Danmark, og oplys altid løn.</source>
        <translation>For guidance, for a single person. Ask the benefits office, the unemployment fund or Udbetaling Danmark, and always report wages.</translation>
    </message>
    <message>
        <source>Ydelse</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>Ydelse pr. måned</source>
        <translation>Benefit a month</translation>
    </message>
    <message>
        <source>aftaletekst</source>
        <translation>agreement text</translation>
    </message>
    <message>
        <source>anden kilde</source>
        <translation>other source</translation>
    </message>
    <message>
        <source>bekræftet</source>
        <translation>verified</translation>
    </message>
    <message>
        <source>boligstøtte</source>
        <translation>housing benefit</translation>
    </message>
    <message>
        <source>børn</source>
        <translation>children</translation>
    </message>
    <message>
        <source>fribeløb</source>
        <translation>disregard</translation>
    </message>
    <message>
        <source>fribeløb om året</source>
        <translation>disregard a year</translation>
    </message>
    <message>
        <source>gæld</source>
        <translation>debt</translation>
    </message>
    <message>
        <source>hvor længe ydelsen kan fås</source>
        <translation>how long the benefit can be had</translation>
    </message>
    <message>
        <source>højeste dagpenge</source>
        <translation>highest unemployment benefit</translation>
    </message>
    <message>
        <source>højeste sats om ugen</source>
        <translation>highest rate a week</translation>
    </message>
    <message>
        <source>knæk i fleksløntilskud</source>
        <translation>bend of the flexjob subsidy</translation>
    </message>
    <message>
        <source>loft for løn og ydelse</source>
        <translation>cap on wage and benefit</translation>
    </message>
    <message>
        <source>pension</source>
        <translation>pension</translation>
    </message>
    <message>
        <source>sats</source>
        <translation>rate</translation>
    </message>
    <message>
        <source>skat</source>
        <translation>tax</translation>
    </message>
    <message>
        <source>skøn</source>
        <translation>estimate</translation>
    </message>
    <message>
        <source>ægtefælle</source>
        <translation>spouse</translation>
    </message>
</context>
<context>
    <name>Brand</name>
    <message>
        <source>Din journal om job og uddannelse</source>
        <translation>Your journal about jobs and education</translation>
    </message>
    <message>
        <source>Intet sendes, før du er på kommunens net.</source>
        <translation>Nothing is sent until you are on the municipality's network.</translation>
    </message>
    <message>
        <source>Skriv, mens du er ude. Det virker også uden net.</source>
        <translation>Write while you are out. It works without a network too.</translation>
    </message>
    <message>
        <source>Vagten siger til, når noget hører til hos klinikken.</source>
        <translation>The guard speaks up when something belongs at the clinic.</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>Vis</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>BrowserSignIn</name>
    <message>
        <source>Du er logget ind. Gå tilbage til Feltjournal.</source>
        <translation>You are signed in. Go back to Feltjournal.</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>De næste 60 dage</source>
        <translation>The next 60 days</translation>
    </message>
    <message>
        <source>Fjern</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Fravær og ansættelse</source>
        <translation>Absence and position</translation>
    </message>
    <message>
        <source>Fundet i det, du har skrevet</source>
        <translation>Found in what you have written</translation>
    </message>
    <message>
        <source>I alt</source>
        <translation>In all</translation>
    </message>
    <message>
        <source>IPS-arbejde</source>
        <translation>IPS work</translation>
    </message>
    <message>
        <source>IPS-uddannelse</source>
        <translation>IPS training</translation>
    </message>
    <message>
        <source>Ingen aftaler.</source>
        <translation>No appointments.</translation>
    </message>
    <message>
        <source>Ingen tid er registreret i denne uge.</source>
        <translation>No time is logged this week.</translation>
    </message>
    <message>
        <source>Intet fravær i denne uge.</source>
        <translation>No absence this week.</translation>
    </message>
    <message>
        <source>Intet venter: al noteret tid er overtaget.</source>
        <translation>Nothing waits: all noted time is taken over.</translation>
    </message>
    <message>
        <source>Overlapper %1</source>
        <translation>Overlaps %1</translation>
    </message>
    <message>
        <source>Overtag</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Overtag alt</source>
        <translation>Take all over</translation>
    </message>
    <message>
        <source>Registreret tid</source>
        <translation>Logged time</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Skriv fravær</source>
        <translation>Write absence</translation>
    </message>
    <message>
        <source>Skriv tid</source>
        <translation>Write time</translation>
    </message>
    <message>
        <source>Ude af huset</source>
        <translation>Out of the house</translation>
    </message>
    <message>
        <source>gentages</source>
        <translation>repeated</translation>
    </message>
    <message>
        <source>i dag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>ikke IPS-arbejde</source>
        <translation>not IPS work</translation>
    </message>
    <message>
        <source>Ændr ansættelsesgrad</source>
        <translation>Change the share of full time</translation>
    </message>
</context>
<context>
    <name>CalendarForms</name>
    <message>
        <source>&amp;Fjern tiden</source>
        <translation>&amp;Remove the time</translation>
    </message>
    <message>
        <source>Af fuld tid</source>
        <translation>Of full time</translation>
    </message>
    <message>
        <source>Aftale</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Aftalen gentages. Helligdage er sprunget over.</source>
        <translation>The appointment is repeated. Public holidays are skipped.</translation>
    </message>
    <message>
        <source>Ansættelsesgrad</source>
        <translation>Share of full time</translation>
    </message>
    <message>
        <source>Ansættelsesgraden er gemt.</source>
        <translation>The share of full time is saved.</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Fra</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Fraværet er fjernet.</source>
        <translation>The absence has been removed.</translation>
    </message>
    <message>
        <source>Fraværet er gemt. Hvorfor skrives ikke.</source>
        <translation>The absence is saved. Why is not written.</translation>
    </message>
    <message>
        <source>Første dag</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Gentag</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>Gentag en aftale</source>
        <translation>Repeat an appointment</translation>
    </message>
    <message>
        <source>Hvad tiden gik til</source>
        <translation>What the time went to</translation>
    </message>
    <message>
        <source>Hver … uge</source>
        <translation>Every … weeks</translation>
    </message>
    <message>
        <source>Hvor meget af dagen</source>
        <translation>How much of the day</translation>
    </message>
    <message>
        <source>IPS-arbejde</source>
        <translation>IPS work</translation>
    </message>
    <message>
        <source>IPS-uddannelse</source>
        <translation>IPS training</translation>
    </message>
    <message>
        <source>Intet venter på at blive overtaget.</source>
        <translation>Nothing waits to be taken over.</translation>
    </message>
    <message>
        <source>Jeg er</source>
        <translation>I am</translation>
    </message>
    <message>
        <source>Ret tid</source>
        <translation>Change time</translation>
    </message>
    <message>
        <source>Sidste dag</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Skriv fravær</source>
        <translation>Write absence</translation>
    </message>
    <message>
        <source>Skriv tid</source>
        <translation>Write time</translation>
    </message>
    <message>
        <source>Slags</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Tiden er fjernet.</source>
        <translation>The time has been removed.</translation>
    </message>
    <message>
        <source>Tiden er gemt.</source>
        <translation>The time is saved.</translation>
    </message>
    <message>
        <source>Til og med</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Uddannelsen er gemt.</source>
        <translation>The training is saved.</translation>
    </message>
    <message>
        <source>Varighed</source>
        <translation>Duration</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>&amp;Forrige uge eller måned</source>
        <translation>&amp;Previous week or month</translation>
    </message>
    <message>
        <source>&amp;Gentag en aftale</source>
        <translation>&amp;Repeat an appointment</translation>
    </message>
    <message>
        <source>&amp;Liste</source>
        <translation>&amp;List</translation>
    </message>
    <message>
        <source>&amp;Måned</source>
        <translation>&amp;Month</translation>
    </message>
    <message>
        <source>&amp;Næste uge eller måned</source>
        <translation>&amp;Next week or month</translation>
    </message>
    <message>
        <source>&amp;Overtag noteret tid</source>
        <translation>Take &amp;over noted time</translation>
    </message>
    <message>
        <source>&amp;Tid</source>
        <translation>&amp;Time</translation>
    </message>
    <message>
        <source>&amp;Uge</source>
        <translation>&amp;Week</translation>
    </message>
    <message>
        <source>Filen kunne ikke gemmes der. Vælg et andet sted.</source>
        <translation>The file could not be saved there. Choose another place.</translation>
    </message>
    <message>
        <source>Gem kalender uden &amp;navne (.ics)</source>
        <translation>Save the calendar without &amp;names (.ics)</translation>
    </message>
    <message>
        <source>Gem kalender uden navne</source>
        <translation>Save the calendar without names</translation>
    </message>
    <message>
        <source>Kalender</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Kalenderen er gemt uden navne og steder.</source>
        <translation>The calendar is saved without names and places.</translation>
    </message>
    <message>
        <source>Kommende aftaler</source>
        <translation>Coming appointments</translation>
    </message>
    <message>
        <source>Noteret tid i ugen er overtaget.</source>
        <translation>The week's noted time is taken over.</translation>
    </message>
    <message>
        <source>Ny &amp;egen aftale</source>
        <translation>New &amp;own appointment</translation>
    </message>
    <message>
        <source>Tiden er overtaget.</source>
        <translation>The time is taken over.</translation>
    </message>
    <message>
        <source>Til i &amp;dag</source>
        <translation>To to&amp;day</translation>
    </message>
    <message>
        <source>Vis</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Vis først den aftale, der skal gentages.</source>
        <translation>First show the appointment that is to be repeated.</translation>
    </message>
</context>
<context>
    <name>Candidate</name>
    <message>
        <source>&amp;Overblik</source>
        <translation>&amp;Overview</translation>
    </message>
    <message>
        <source>&amp;Tidslinje</source>
        <translation>&amp;Timeline</translation>
    </message>
    <message>
        <source>Ctrl+N skriver det første.</source>
        <translation>Ctrl+N writes the first one.</translation>
    </message>
    <message>
        <source>Ingen notater endnu.</source>
        <translation>No notes yet.</translation>
    </message>
    <message>
        <source>Tidslinje</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Vis</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>Career</name>
    <message>
        <source>%1, udgave %2</source>
        <translation>%1, version %2</translation>
    </message>
    <message>
        <source>Arbejdsforhold, der virker</source>
        <translation>Conditions that work</translation>
    </message>
    <message>
        <source>Arbejdsgivere</source>
        <translation>Employers</translation>
    </message>
    <message>
        <source>Arbejdstilladelse</source>
        <translation>Work permit</translation>
    </message>
    <message>
        <source>Begynd profilen</source>
        <translation>Begin the profile</translation>
    </message>
    <message>
        <source>Begynder</source>
        <translation>Begins</translation>
    </message>
    <message>
        <source>Bekymret for økonomi</source>
        <translation>Worried about money</translation>
    </message>
    <message>
        <source>Beviser</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>Børnepasning på plads</source>
        <translation>Childcare arranged</translation>
    </message>
    <message>
        <source>CV på Jobnet</source>
        <translation>CV on Jobnet</translation>
    </message>
    <message>
        <source>Drømmejob</source>
        <translation>Dream job</translation>
    </message>
    <message>
        <source>Erfaring</source>
        <translation>Experience</translation>
    </message>
    <message>
        <source>Erfaring i øvrigt</source>
        <translation>Other experience</translation>
    </message>
    <message>
        <source>Erhvervsprofil</source>
        <translation>Career profile</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Første skridt</source>
        <translation>First step</translation>
    </message>
    <message>
        <source>Gjort</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Godkendt af kandidaten</source>
        <translation>Approved by the candidate</translation>
    </message>
    <message>
        <source>Hvem gør hvad</source>
        <translation>Who does what</translation>
    </message>
    <message>
        <source>Hvem tager kontakt</source>
        <translation>Who makes contact</translation>
    </message>
    <message>
        <source>Hvorfor arbejde</source>
        <translation>Why work</translation>
    </message>
    <message>
        <source>Højst %1 min.</source>
        <translation>At most %1 min</translation>
    </message>
    <message>
        <source>Ingen endnu.</source>
        <translation>None yet.</translation>
    </message>
    <message>
        <source>Ingen plan endnu – start med tre ønsker.</source>
        <translation>No plan yet – begin with three wishes.</translation>
    </message>
    <message>
        <source>Ingen tidligere job er skrevet ned for sig.</source>
        <translation>No earlier jobs are written down by themselves.</translation>
    </message>
    <message>
        <source>Ingen. Skriv kun, hvad der ikke kan lade sig gøre i et arbejde, aldrig hvorfor.</source>
        <translation>None. Write only what is not possible at work, never why.</translation>
    </message>
    <message>
        <source>It</source>
        <translation>IT</translation>
    </message>
    <message>
        <source>Jobsøgningsplan</source>
        <translation>Job search plan</translation>
    </message>
    <message>
        <source>Kan begynde</source>
        <translation>Can begin</translation>
    </message>
    <message>
        <source>Kontakter om ugen</source>
        <translation>Contacts a week</translation>
    </message>
    <message>
        <source>Kørekort</source>
        <translation>Driving licence</translation>
    </message>
    <message>
        <source>Lav en plan</source>
        <translation>Make a plan</translation>
    </message>
    <message>
        <source>Luk planen</source>
        <translation>Close the plan</translation>
    </message>
    <message>
        <source>Lært af job</source>
        <translation>Learned from jobs</translation>
    </message>
    <message>
        <source>Læs</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Løn</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>Mål</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Netværk</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Omgivelser</source>
        <translation>Surroundings</translation>
    </message>
    <message>
        <source>Opgaver</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Planen skal ses efter nu.</source>
        <translation>The plan is due for review.</translation>
    </message>
    <message>
        <source>Profilen bygges op over to-tre samtaler. Skriv det, I ved nu.</source>
        <translation>The profile is built over two or three conversations. Write what you know now.</translation>
    </message>
    <message>
        <source>Præferencer</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Se planen efter</source>
        <translation>Review the plan</translation>
    </message>
    <message>
        <source>Ses efter</source>
        <translation>Review on</translation>
    </message>
    <message>
        <source>Skriv videre på profilen</source>
        <translation>Go on with the profile</translation>
    </message>
    <message>
        <source>Skånehensyn</source>
        <translation>Accommodations</translation>
    </message>
    <message>
        <source>Slags</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Slags job</source>
        <translation>Kind of job</translation>
    </message>
    <message>
        <source>Sprog</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Straffeattest</source>
        <translation>Criminal record certificate</translation>
    </message>
    <message>
        <source>Styrker</source>
        <translation>Strengths</translation>
    </message>
    <message>
        <source>Støtte</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Tidligere udgaver</source>
        <translation>Earlier versions</translation>
    </message>
    <message>
        <source>Tilføj handling</source>
        <translation>Add a step</translation>
    </message>
    <message>
        <source>Tilføj skånehensyn</source>
        <translation>Add an accommodation</translation>
    </message>
    <message>
        <source>Tilføj tidligere job</source>
        <translation>Add an earlier job</translation>
    </message>
    <message>
        <source>Timer om ugen</source>
        <translation>Hours a week</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Travel</translation>
    </message>
    <message>
        <source>Uddannelse</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>dokumentation findes i fagsystemet</source>
        <translation>documentation exists in the case system</translation>
    </message>
    <message>
        <source>rettet: %1</source>
        <translation>corrected: %1</translation>
    </message>
    <message>
        <source>udgave %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>udgave %1, %2</source>
        <translation>version %1, %2</translation>
    </message>
    <message>
        <source>Ønsker</source>
        <translation>Wishes</translation>
    </message>
    <message>
        <source>Ønsker, planen bygger på</source>
        <translation>Wishes the plan builds on</translation>
    </message>
</context>
<context>
    <name>CareerForms</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Andre præferencer</source>
        <translation>Other preferences</translation>
    </message>
    <message>
        <source>Arbejdsforhold, der virker</source>
        <translation>Conditions that work</translation>
    </message>
    <message>
        <source>Arbejdsgivere</source>
        <translation>Employers</translation>
    </message>
    <message>
        <source>Arbejdstilladelse</source>
        <translation>Work permit</translation>
    </message>
    <message>
        <source>Begynder</source>
        <translation>Begins</translation>
    </message>
    <message>
        <source>Bekymret for økonomi</source>
        <translation>Worried about money</translation>
    </message>
    <message>
        <source>Beviser</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>Børnepasning på plads</source>
        <translation>Childcare arranged</translation>
    </message>
    <message>
        <source>CV på Jobnet fra</source>
        <translation>CV on Jobnet from</translation>
    </message>
    <message>
        <source>Det virkede: %1</source>
        <translation>What worked: %1</translation>
    </message>
    <message>
        <source>Dokumentation findes i fagsystemet</source>
        <translation>Documentation exists in the case system</translation>
    </message>
    <message>
        <source>Drømmejob</source>
        <translation>Dream job</translation>
    </message>
    <message>
        <source>Erfaring i øvrigt (tidligere job står for sig)</source>
        <translation>Other experience (earlier jobs stand by themselves)</translation>
    </message>
    <message>
        <source>Erhvervsprofil</source>
        <translation>Career profile</translation>
    </message>
    <message>
        <source>Fra</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Første skridt</source>
        <translation>First step</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Gem planen</source>
        <translation>Save the plan</translation>
    </message>
    <message>
        <source>Gem som ny udgave</source>
        <translation>Save as a new version</translation>
    </message>
    <message>
        <source>Godkendt af kandidaten den</source>
        <translation>Approved by the candidate on</translation>
    </message>
    <message>
        <source>Handling i planen</source>
        <translation>A step of the plan</translation>
    </message>
    <message>
        <source>Handlingen er gemt.</source>
        <translation>The step is saved.</translation>
    </message>
    <message>
        <source>Hvad er rettet</source>
        <translation>What was corrected</translation>
    </message>
    <message>
        <source>Hvad er svært i et arbejde</source>
        <translation>What is hard in a job</translation>
    </message>
    <message>
        <source>Hvad skal gøres</source>
        <translation>What is to be done</translation>
    </message>
    <message>
        <source>Hvem gør det</source>
        <translation>Who does it</translation>
    </message>
    <message>
        <source>Hvem gør hvad, ud over handlingerne med dato</source>
        <translation>Who does what, besides the steps with a date</translation>
    </message>
    <message>
        <source>Hvem tager kontakt</source>
        <translation>Who makes contact</translation>
    </message>
    <message>
        <source>Hvordan</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Hvorfor arbejde</source>
        <translation>Why work</translation>
    </message>
    <message>
        <source>Hvorfor nu</source>
        <translation>Why now</translation>
    </message>
    <message>
        <source>Højst så lang transport</source>
        <translation>Travel at most</translation>
    </message>
    <message>
        <source>It</source>
        <translation>IT</translation>
    </message>
    <message>
        <source>Jobsøgningsplan</source>
        <translation>Job search plan</translation>
    </message>
    <message>
        <source>Kan begynde</source>
        <translation>Can begin</translation>
    </message>
    <message>
        <source>Kontakter om ugen</source>
        <translation>Contacts a week</translation>
    </message>
    <message>
        <source>Kørekort</source>
        <translation>Driving licence</translation>
    </message>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Lært af det seneste job</source>
        <translation>Learned from the latest job</translation>
    </message>
    <message>
        <source>Løn</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>Mål med kandidatens egne ord</source>
        <translation>Goal in the candidate's own words</translation>
    </message>
    <message>
        <source>Netværk, der kan hjælpe (de ved besked)</source>
        <translation>Network that can help (they know of it)</translation>
    </message>
    <message>
        <source>Omgivelser</source>
        <translation>Surroundings</translation>
    </message>
    <message>
        <source>Opgaver, der frister</source>
        <translation>Tasks that appeal</translation>
    </message>
    <message>
        <source>Opgaver, der ikke går</source>
        <translation>Tasks that are not possible</translation>
    </message>
    <message>
        <source>Planen er gemt.</source>
        <translation>The plan is saved.</translation>
    </message>
    <message>
        <source>Planen er lukket og kan stadig læses.</source>
        <translation>The plan is closed and can still be read.</translation>
    </message>
    <message>
        <source>Profilen er gemt. Den forrige udgave er bevaret.</source>
        <translation>The profile is saved. The version before is kept.</translation>
    </message>
    <message>
        <source>Samtale den</source>
        <translation>Conversation on</translation>
    </message>
    <message>
        <source>Senest</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Ses efter</source>
        <translation>Review on</translation>
    </message>
    <message>
        <source>Skal være anderledes: %1</source>
        <translation>To be different: %1</translation>
    </message>
    <message>
        <source>Skriv, hvad det betyder for arbejdet – ikke hvorfor.</source>
        <translation>Write what it means for work – not why.</translation>
    </message>
    <message>
        <source>Skånehensyn</source>
        <translation>Accommodations</translation>
    </message>
    <message>
        <source>Skånehensynet er gemt.</source>
        <translation>The accommodation is saved.</translation>
    </message>
    <message>
        <source>Slags</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Slags job</source>
        <translation>Kind of job</translation>
    </message>
    <message>
        <source>Sprog</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Straffeattest</source>
        <translation>Criminal record certificate</translation>
    </message>
    <message>
        <source>Styrker og interesser</source>
        <translation>Strengths and interests</translation>
    </message>
    <message>
        <source>Støtte, vi har aftalt</source>
        <translation>Support we agreed</translation>
    </message>
    <message>
        <source>Til</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Tilføj</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Timer om ugen, højst</source>
        <translation>Hours a week, at most</translation>
    </message>
    <message>
        <source>Timer om ugen, mindst</source>
        <translation>Hours a week, at least</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Uddannelse</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>Udgaven er tom.</source>
        <translation>The version is empty.</translation>
    </message>
    <message>
        <source>Ønsker med kandidatens egne ord</source>
        <translation>Wishes in the candidate's own words</translation>
    </message>
    <message>
        <source>Ønsker, planen bygger på</source>
        <translation>Wishes the plan builds on</translation>
    </message>
</context>
<context>
    <name>Caseload</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · uge %2</source>
        <translation>%1 · week %2</translation>
    </message>
    <message>
        <source>Aftal næste kontakt</source>
        <translation>Agree on the next contact</translation>
    </message>
    <message>
        <source>Aftale</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Arbejdsgiver</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>Arbejdsgiverkontakt</source>
        <translation>Employer contact</translation>
    </message>
    <message>
        <source>Fejljournaliseret notat</source>
        <translation>Note in the wrong case</translation>
    </message>
    <message>
        <source>Fjernet: »%1«</source>
        <translation>Removed: »%1«</translation>
    </message>
    <message>
        <source>Flyttet %1</source>
        <translation>Moved %1</translation>
    </message>
    <message>
        <source>Flyttet hertil %1</source>
        <translation>Moved here %1</translation>
    </message>
    <message>
        <source>Før rettelsen, skrevet %1</source>
        <translation>Before the correction, written %1</translation>
    </message>
    <message>
        <source>Gjort %1</source>
        <translation>Done %1</translation>
    </message>
    <message>
        <source>I IPS siden %1 · uge %2</source>
        <translation>In IPS since %1 · week %2</translation>
    </message>
    <message>
        <source>I fagsystemet %1</source>
        <translation>In the case system %1</translation>
    </message>
    <message>
        <source>IPS-konsulent</source>
        <translation>IPS consultant</translation>
    </message>
    <message>
        <source>Ikke endnu</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Ingen aftale</source>
        <translation>No appointment</translation>
    </message>
    <message>
        <source>Intet aftalt</source>
        <translation>Nothing agreed</translation>
    </message>
    <message>
        <source>Jobsøgning</source>
        <translation>Job search</translation>
    </message>
    <message>
        <source>Kandidatens telefon</source>
        <translation>Candidate's phone</translation>
    </message>
    <message>
        <source>Kontaktperson på klinikken</source>
        <translation>Contact person at the clinic</translation>
    </message>
    <message>
        <source>Kun på denne computer</source>
        <translation>On this computer only</translation>
    </message>
    <message>
        <source>Myndighedssagsbehandler</source>
        <translation>Case officer</translation>
    </message>
    <message>
        <source>Notatet hørte til en anden sag. Det er flyttet dertil, og teksten er taget ud her.</source>
        <translation>The note belonged to another case. It has been moved there, and its text has been taken out here.</translation>
    </message>
    <message>
        <source>Næste skridt</source>
        <translation>Next steps</translation>
    </message>
    <message>
        <source>Område</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Opfølgning</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Opgave</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Rettet %1</source>
        <translation>Corrected %1</translation>
    </message>
    <message>
        <source>Sagsnr. %1</source>
        <translation>Case no. %1</translation>
    </message>
    <message>
        <source>Samtale</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Sidst set</source>
        <translation>Last seen</translation>
    </message>
    <message numerus="yes">
        <source>Sidst set · %n dag(e)</source>
        <translation>
            <numerusform>Last seen · %n day</numerusform>
            <numerusform>Last seen · %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skrevet %n dag(e) efter</source>
        <translation>
            <numerusform>Written %n day later</numerusform>
            <numerusform>Written %n days later</numerusform>
        </translation>
    </message>
    <message>
        <source>Tilføjet: »%1«</source>
        <translation>Added: »%1«</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Uden dato</source>
        <translation>No date</translation>
    </message>
    <message>
        <source>Uret var stillet tilbage</source>
        <translation>The clock was set back</translation>
    </message>
    <message>
        <source>arbejdsgiver</source>
        <translation>employer</translation>
    </message>
    <message>
        <source>arbejdsgiver i dialog</source>
        <translation>employer in dialogue</translation>
    </message>
    <message>
        <source>arbejdsgivere i dialog</source>
        <translation>employers in dialogue</translation>
    </message>
    <message>
        <source>hos arbejdsgivere i %1</source>
        <translation>at employers in %1</translation>
    </message>
    <message>
        <source>Åbenhed</source>
        <translation>Disclosure</translation>
    </message>
    <message>
        <source>Ændret: »%1« blev til »%2«</source>
        <translation>Changed: »%1« became »%2«</translation>
    </message>
</context>
<context>
    <name>CaseloadPage</name>
    <message>
        <source>&amp;Forrige i listen</source>
        <translation>&amp;Previous in the list</translation>
    </message>
    <message>
        <source>&amp;Kopiér notatet til fagsystem</source>
        <translation>&amp;Copy the note to the case system</translation>
    </message>
    <message>
        <source>&amp;Næste i listen</source>
        <translation>&amp;Next in the list</translation>
    </message>
    <message>
        <source>&amp;Opret kandidat</source>
        <translation>&amp;Create candidate</translation>
    </message>
    <message>
        <source>&amp;Ret kandidaten</source>
        <translation>&amp;Edit the candidate</translation>
    </message>
    <message>
        <source>&amp;Søg i listen</source>
        <translation>&amp;Search the list</translation>
    </message>
    <message>
        <source>&amp;Tidslinje</source>
        <translation>&amp;Timeline</translation>
    </message>
    <message>
        <source>&amp;Tilføj næste skridt</source>
        <translation>&amp;Add a next step</translation>
    </message>
    <message>
        <source>&amp;Vis CPR</source>
        <translation>&amp;Show CPR number</translation>
    </message>
    <message>
        <source>Afstem STAR's &amp;markører …</source>
        <translation>Reconcile STAR's &amp;markers …</translation>
    </message>
    <message>
        <source>Aktindsi&amp;gt: gem hele sagen …</source>
        <translation>Access to documents: save the &amp;whole case …</translation>
    </message>
    <message>
        <source>Her kommer kandidatens forløb til at stå.</source>
        <translation>The candidate’s course will stand here.</translation>
    </message>
    <message>
        <source>Ikke ført i &amp;fagsystemet …</source>
        <translation>Not in the &amp;case system yet …</translation>
    </message>
    <message>
        <source>Indlæs kode&amp;liste eller satser …</source>
        <translation>Load a code &amp;list or rates …</translation>
    </message>
    <message>
        <source>Notatet er flyttet til den rette sag. Her er intet at rette.</source>
        <translation>The note has been moved to the right case. There is nothing to correct here.</translation>
    </message>
    <message>
        <source>Notatet hører til en &amp;anden …</source>
        <translation>The note is &amp;another's …</translation>
    </message>
    <message>
        <source>Ny &amp;aftale</source>
        <translation>New &amp;appointment</translation>
    </message>
    <message>
        <source>Sagen er en kollegas.</source>
        <translation>The case is a colleague's.</translation>
    </message>
    <message>
        <source>Skriv hvorfor, så vises den. Grunden står i loggen.</source>
        <translation>Write why, and it is shown. The reason stands in the log.</translation>
    </message>
    <message>
        <source>Ti&amp;lføj til notatet …</source>
        <translation>A&amp;dd to the note …</translation>
    </message>
    <message>
        <source>Vælg en kandidat i listen.</source>
        <translation>Choose a candidate in the list.</translation>
    </message>
</context>
<context>
    <name>ChangeWindow</name>
    <message>
        <source>Adgangskoden er skiftet. Brug den nye, næste gang du låser op.</source>
        <translation>The passphrase has been changed. Use the new one the next time you unlock.</translation>
    </message>
    <message>
        <source>Annuller</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>De to er ikke ens. Skriv den samme adgangskode igen.</source>
        <translation>The two differ. Write the same passphrase again.</translation>
    </message>
    <message>
        <source>Den adgangskode, du har nu</source>
        <translation>The passphrase you have now</translation>
    </message>
    <message>
        <source>Kender nogen den gamle adgangskode, så sig det også til it-support: de kan give journalen nye nøgler.</source>
        <translation>If somebody knows the old passphrase, tell IT support too: they can give the journal new keys.</translation>
    </message>
    <message>
        <source>Skift adgangskode</source>
        <translation>Change passphrase</translation>
    </message>
    <message>
        <source>Skifter adgangskode …</source>
        <translation>Changing the passphrase …</translation>
    </message>
    <message>
        <source>Skriv den adgangskode, du har nu.</source>
        <translation>Write the passphrase you have now.</translation>
    </message>
    <message>
        <source>Skriv den igen</source>
        <translation>Write it again</translation>
    </message>
    <message>
        <source>Vælg en ny adgangskode</source>
        <translation>Choose a new passphrase</translation>
    </message>
</context>
<context>
    <name>ChartsDialog</name>
    <message>
        <source>Eksportér</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Trukket ved lod. Hvem numrene er, ses kun på den computer, der trak.</source>
        <translation>Drawn by lot. Whose the numbers are is seen on the computer that drew only.</translation>
    </message>
    <message>
        <source>Trukket ved lod. Navnene ses kun på denne computer; andre ser numrene.</source>
        <translation>Drawn by lot. The names are seen on this computer only; others see the numbers.</translation>
    </message>
    <message>
        <source>Udtrukne journaler</source>
        <translation>Charts drawn</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Fortryd valget</source>
        <translation>Undo the choice</translation>
    </message>
    <message>
        <source>Kræver valg</source>
        <translation>Needs a choice</translation>
    </message>
    <message>
        <source>To har ændret det samme felt. Begge udgaver er gemt; intet går tabt.</source>
        <translation>Two people have changed the same field. Both versions are kept; nothing is lost.</translation>
    </message>
</context>
<context>
    <name>Clinic</name>
    <message>
        <source>Behandlingsteam</source>
        <translation>Treatment team</translation>
    </message>
    <message>
        <source>Fra</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Funktion</source>
        <translation>Function</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ikke tilknyttet endnu.</source>
        <translation>Not attached yet.</translation>
    </message>
    <message>
        <source>Ingen kontaktpersoner endnu.</source>
        <translation>No contacts yet.</translation>
    </message>
    <message>
        <source>Kandidatens behandlingsteam</source>
        <translation>The candidate's treatment team</translation>
    </message>
    <message>
        <source>Klinik</source>
        <translation>Clinic</translation>
    </message>
    <message>
        <source>Kontaktperson</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>Kontaktpersonen er gemt.</source>
        <translation>The contact person is saved.</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nyt team</source>
        <translation>New team</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ret teamet</source>
        <translation>Change the team</translation>
    </message>
    <message>
        <source>Siden</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Slags</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Team og kontaktperson</source>
        <translation>Team and contact person</translation>
    </message>
    <message>
        <source>Teamet er gemt.</source>
        <translation>The team is saved.</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Tilføj kontaktperson</source>
        <translation>Add a contact person</translation>
    </message>
    <message>
        <source>Tilknyt behandlingsteam</source>
        <translation>Attach to a treatment team</translation>
    </message>
    <message>
        <source>Tilknyt team</source>
        <translation>Attach to a team</translation>
    </message>
    <message>
        <source>Tilknytningen er gemt.</source>
        <translation>The attachment is saved.</translation>
    </message>
</context>
<context>
    <name>ClinicWindow</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Gem mødet</source>
        <translation>Save the meeting</translation>
    </message>
    <message>
        <source>Ingen af dine kandidater er knyttet til et behandlingsteam. Det gøres under Klinikken hos kandidaten.</source>
        <translation>None of your candidates belongs to a treatment team. That is done under The clinic at the candidate.</translation>
    </message>
    <message>
        <source>Klinikmøde</source>
        <translation>Clinic meeting</translation>
    </message>
    <message>
        <source>Kun om arbejde. Vagten er strengest her: intet om behandling, og ingen andre patienter.</source>
        <translation>About work only. The guard is strictest here: nothing about treatment, and no other patients.</translation>
    </message>
    <message>
        <source>Mødet er gemt, og tiden er klar til at blive overtaget.</source>
        <translation>The meeting is saved, and its time is ready to be taken over.</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Varighed</source>
        <translation>Duration</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>Afløst</source>
        <translation>Superseded</translation>
    </message>
    <message>
        <source>Afslut forløbet</source>
        <translation>End the course</translation>
    </message>
    <message>
        <source>Afslut henvisningen</source>
        <translation>End the referral</translation>
    </message>
    <message>
        <source>Afsluttet</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Aftale</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Aften</source>
        <translation>Evenings</translation>
    </message>
    <message>
        <source>Alene</source>
        <translation>Alone</translation>
    </message>
    <message>
        <source>Anden afdeling</source>
        <translation>Another department</translation>
    </message>
    <message>
        <source>Andet</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Ansat</source>
        <translation>Employed</translation>
    </message>
    <message>
        <source>Arbejde hjemmefra</source>
        <translation>Working from home</translation>
    </message>
    <message>
        <source>Barsel</source>
        <translation>Parental leave</translation>
    </message>
    <message>
        <source>Begynd et nyt forløb</source>
        <translation>Begin a new course</translation>
    </message>
    <message>
        <source>Begynd jobsøgning</source>
        <translation>Begin the job search</translation>
    </message>
    <message>
        <source>Begyndt i job</source>
        <translation>Started a job</translation>
    </message>
    <message>
        <source>Begyndt på uddannelse</source>
        <translation>Started education</translation>
    </message>
    <message>
        <source>Behandlingspsykiatri (regionen)</source>
        <translation>Hospital psychiatry (the region)</translation>
    </message>
    <message>
        <source>Beholde sit job</source>
        <translation>Keep the job</translation>
    </message>
    <message>
        <source>Besøg</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Besøg hos arbejdsgiver</source>
        <translation>Visit to an employer</translation>
    </message>
    <message>
        <source>Bil</source>
        <translation>Car</translation>
    </message>
    <message>
        <source>Brev</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Bruge den aftalte ordlyd</source>
        <translation>Use the agreed wording</translation>
    </message>
    <message>
        <source>Bus eller tog</source>
        <translation>Bus or train</translation>
    </message>
    <message>
        <source>Cykel</source>
        <translation>Bicycle</translation>
    </message>
    <message>
        <source>Dagen ligger for tidligt.</source>
        <translation>The day is too early.</translation>
    </message>
    <message>
        <source>Dagtimer</source>
        <translation>Daytime</translation>
    </message>
    <message>
        <source>Deltage i IPS</source>
        <translation>Take part in IPS</translation>
    </message>
    <message>
        <source>Det kan ikke ske fra den fase, forløbet er i.</source>
        <translation>That is not possible from the phase the course is in.</translation>
    </message>
    <message>
        <source>Digital Post</source>
        <translation>Digital Post</translation>
    </message>
    <message>
        <source>Digitalt</source>
        <translation>Digitally</translation>
    </message>
    <message>
        <source>Død</source>
        <translation>Deceased</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Efter eget ønske</source>
        <translation>At own wish</translation>
    </message>
    <message>
        <source>Efter en samtale</source>
        <translation>After a conversation</translation>
    </message>
    <message>
        <source>Efter et job</source>
        <translation>After a job</translation>
    </message>
    <message>
        <source>Efterværn</source>
        <translation>Aftercare</translation>
    </message>
    <message>
        <source>Egen bil</source>
        <translation>Own car</translation>
    </message>
    <message>
        <source>Eget ønske</source>
        <translation>Own wish</translation>
    </message>
    <message>
        <source>Et roligt sted</source>
        <translation>A quiet place</translation>
    </message>
    <message>
        <source>Fart på</source>
        <translation>A brisk pace</translation>
    </message>
    <message>
        <source>Fast konsulent</source>
        <translation>Permanent consultant</translation>
    </message>
    <message>
        <source>Faste opgaver</source>
        <translation>Fixed tasks</translation>
    </message>
    <message>
        <source>Faste pauser</source>
        <translation>Fixed breaks</translation>
    </message>
    <message>
        <source>Findes ikke længere her på computeren.</source>
        <translation>No longer on this computer.</translation>
    </message>
    <message>
        <source>Flyttet</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>Flyttet fra kommunen</source>
        <translation>Moved from the municipality</translation>
    </message>
    <message>
        <source>For langt. Skriv det kortere.</source>
        <translation>Too long. Make it shorter.</translation>
    </message>
    <message>
        <source>Fortælle om IPS</source>
        <translation>Tell about IPS</translation>
    </message>
    <message>
        <source>Få kolleger</source>
        <translation>Few colleagues</translation>
    </message>
    <message>
        <source>Følge op på en mulighed</source>
        <translation>Follow up an opening</translation>
    </message>
    <message>
        <source>Første samtale holdt</source>
        <translation>First conversation held</translation>
    </message>
    <message>
        <source>Gennem klinikken</source>
        <translation>Through the clinic</translation>
    </message>
    <message>
        <source>Gå over til efterværn</source>
        <translation>Go over to aftercare</translation>
    </message>
    <message>
        <source>Gælder</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>Henvist</source>
        <translation>Referred</translation>
    </message>
    <message>
        <source>Her står navnet på en anden kandidat. Skriv det uden navn.</source>
        <translation>The name of another candidate stands here. Write it without a name.</translation>
    </message>
    <message>
        <source>Hjælpemidler</source>
        <translation>Aids</translation>
    </message>
    <message>
        <source>Hold pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Højst et år fra den dag, det er givet.</source>
        <translation>At most a year from the day it was given.</translation>
    </message>
    <message>
        <source>I dialog</source>
        <translation>In dialogue</translation>
    </message>
    <message>
        <source>IPS STAR</source>
        <translation>IPS STAR</translation>
    </message>
    <message>
        <source>IPS-lignende indsats STAR</source>
        <translation>IPS-like effort STAR</translation>
    </message>
    <message>
        <source>Ikke begyndt</source>
        <translation>Not begun</translation>
    </message>
    <message>
        <source>Ikke interesseret</source>
        <translation>Not interested</translation>
    </message>
    <message>
        <source>Ikke relevant</source>
        <translation>Not relevant</translation>
    </message>
    <message>
        <source>Indendørs</source>
        <translation>Indoors</translation>
    </message>
    <message>
        <source>Indsats</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Ingen kunder</source>
        <translation>No customers</translation>
    </message>
    <message>
        <source>Ingen ledig plads</source>
        <translation>No place free</translation>
    </message>
    <message>
        <source>Intet kørekort</source>
        <translation>No driving licence</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Job eller uddannelse er ophørt</source>
        <translation>Job or education has ended</translation>
    </message>
    <message>
        <source>Job ophørt</source>
        <translation>Job ended</translation>
    </message>
    <message>
        <source>Jobsamtale aftalt</source>
        <translation>Job interview agreed</translation>
    </message>
    <message>
        <source>Jobsøgning</source>
        <translation>Job search</translation>
    </message>
    <message>
        <source>Jobtilbud</source>
        <translation>Job offer</translation>
    </message>
    <message>
        <source>Kan ikke læses. Skriv det som i eksemplet.</source>
        <translation>Cannot be read. Write it as in the example.</translation>
    </message>
    <message>
        <source>Kan ikke ændres.</source>
        <translation>Cannot be changed.</translation>
    </message>
    <message>
        <source>Kan vises</source>
        <translation>Can be shown</translation>
    </message>
    <message>
        <source>Kandidaten</source>
        <translation>The candidate</translation>
    </message>
    <message>
        <source>Klaret</source>
        <translation>Dealt with</translation>
    </message>
    <message>
        <source>Klinikken</source>
        <translation>The clinic</translation>
    </message>
    <message>
        <source>Klinikken må give oplysninger videre</source>
        <translation>The clinic may pass on information</translation>
    </message>
    <message>
        <source>Kom igen senere</source>
        <translation>Come back later</translation>
    </message>
    <message>
        <source>Kommunen har slået eksport fra.</source>
        <translation>The municipality has switched export off.</translation>
    </message>
    <message>
        <source>Konsulenten</source>
        <translation>The consultant</translation>
    </message>
    <message>
        <source>Korte dage</source>
        <translation>Short days</translation>
    </message>
    <message>
        <source>Kører med andre</source>
        <translation>Gets a lift</translation>
    </message>
    <message>
        <source>Lastbil</source>
        <translation>Lorry</translation>
    </message>
    <message>
        <source>Lidt støj</source>
        <translation>Little noise</translation>
    </message>
    <message>
        <source>Lukket</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Lære virksomhedens behov at kende</source>
        <translation>Learn the company's needs</translation>
    </message>
    <message>
        <source>Løse et problem</source>
        <translation>Solve a problem</translation>
    </message>
    <message>
        <source>Mange kolleger</source>
        <translation>Many colleagues</translation>
    </message>
    <message>
        <source>Markøren er ikke set efter i fagsystemet</source>
        <translation>The marker has not been checked in the case system</translation>
    </message>
    <message>
        <source>Markøren mangler i fagsystemet</source>
        <translation>The marker is missing in the case system</translation>
    </message>
    <message>
        <source>Markøren passer ikke til, hvor kandidaten er tilknyttet</source>
        <translation>The marker does not fit where the candidate is attached</translation>
    </message>
    <message>
        <source>Markøren skal have en slutdato i fagsystemet</source>
        <translation>The marker needs an end date in the case system</translation>
    </message>
    <message>
        <source>Med underskrift</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Mundtligt</source>
        <translation>Orally</translation>
    </message>
    <message>
        <source>Mundtligt, noteret</source>
        <translation>Orally, noted</translation>
    </message>
    <message>
        <source>Møde senere</source>
        <translation>Start later</translation>
    </message>
    <message>
        <source>Navnene ligner hinanden</source>
        <translation>The names are alike</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Ny</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Nævne kandidaten for arbejdsgivere</source>
        <translation>Name the candidate to employers</translation>
    </message>
    <message>
        <source>Opfølgning</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Opstart</source>
        <translation>Starting</translation>
    </message>
    <message>
        <source>Optag i IPS</source>
        <translation>Accept into IPS</translation>
    </message>
    <message>
        <source>Optaget</source>
        <translation>Enrolled</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pausen er slut</source>
        <translation>The pause is over</translation>
    </message>
    <message>
        <source>Plads til fravær</source>
        <translation>Room for absence</translation>
    </message>
    <message>
        <source>Prøvedag aftalt</source>
        <translation>Trial day agreed</translation>
    </message>
    <message>
        <source>På venteliste</source>
        <translation>On a waiting list</translation>
    </message>
    <message>
        <source>Pårørende</source>
        <translation>Relatives</translation>
    </message>
    <message>
        <source>Rettelse</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Roligt tempo</source>
        <translation>Calm pace</translation>
    </message>
    <message>
        <source>Sagsbehandler</source>
        <translation>Caseworker</translation>
    </message>
    <message>
        <source>Samme CVR-nummer</source>
        <translation>Same CVR number</translation>
    </message>
    <message>
        <source>Samme P-nummer</source>
        <translation>Same P number</translation>
    </message>
    <message>
        <source>Sammen</source>
        <translation>Together</translation>
    </message>
    <message>
        <source>Sammen med andre</source>
        <translation>With others</translation>
    </message>
    <message>
        <source>Samtale</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Samtykket er trukket tilbage eller udløbet. Indhent et nyt, før I taler om kandidaten.</source>
        <translation>The consent was withdrawn or has expired. Get a new one before you talk about the candidate.</translation>
    </message>
    <message>
        <source>Se på feltet igen.</source>
        <translation>Look at the field again.</translation>
    </message>
    <message>
        <source>Se på opgaverne</source>
        <translation>Look at the tasks</translation>
    </message>
    <message>
        <source>Sig selv</source>
        <translation>Themselves</translation>
    </message>
    <message>
        <source>Sige tak</source>
        <translation>Say thank you</translation>
    </message>
    <message>
        <source>Skal udfyldes.</source>
        <translation>Must be filled in.</translation>
    </message>
    <message>
        <source>Skiftende vagter</source>
        <translation>Changing shifts</translation>
    </message>
    <message>
        <source>Skriftlige instrukser</source>
        <translation>Written instructions</translation>
    </message>
    <message>
        <source>Skriftligt</source>
        <translation>In writing</translation>
    </message>
    <message>
        <source>Skriv lidt mere.</source>
        <translation>Write a little more.</translation>
    </message>
    <message>
        <source>Sms</source>
        <translation>Text message</translation>
    </message>
    <message>
        <source>Socialpsykiatri (kommunen)</source>
        <translation>Municipal mental health</translation>
    </message>
    <message>
        <source>Spørge for en kandidat</source>
        <translation>Ask on behalf of a candidate</translation>
    </message>
    <message>
        <source>Stabilt i job, aftalt sammen</source>
        <translation>Steady in a job, agreed together</translation>
    </message>
    <message>
        <source>Statistik eller forskning</source>
        <translation>Statistics or research</translation>
    </message>
    <message>
        <source>Støtte i job</source>
        <translation>Support in a job</translation>
    </message>
    <message>
        <source>Støtte ved jobsamtale</source>
        <translation>Support at a job interview</translation>
    </message>
    <message>
        <source>Sygemeldt</source>
        <translation>On sick leave</translation>
    </message>
    <message>
        <source>Tal om det først</source>
        <translation>Talk about it first</translation>
    </message>
    <message>
        <source>Tale med klinikken</source>
        <translation>Talk with the clinic</translation>
    </message>
    <message>
        <source>Tale med pårørende</source>
        <translation>Talk with relatives</translation>
    </message>
    <message>
        <source>Tallet passer ikke.</source>
        <translation>The number does not fit.</translation>
    </message>
    <message>
        <source>Teammøde</source>
        <translation>Team meeting</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Telefonsamtale</source>
        <translation>Phone call</translation>
    </message>
    <message>
        <source>Tidligere kandidat eller peer</source>
        <translation>Former candidate or peer</translation>
    </message>
    <message>
        <source>Tidspunktet er ikke kommet endnu.</source>
        <translation>That time has not come yet.</translation>
    </message>
    <message>
        <source>Til fods</source>
        <translation>On foot</translation>
    </message>
    <message>
        <source>Timer, der øges gradvist</source>
        <translation>Hours that grow gradually</translation>
    </message>
    <message>
        <source>Trukket tilbage</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Uddannelse</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>Uden for målgruppen</source>
        <translation>Outside the target group</translation>
    </message>
    <message>
        <source>Udendørs</source>
        <translation>Outdoors</translation>
    </message>
    <message>
        <source>Udløber snart</source>
        <translation>Expires soon</translation>
    </message>
    <message>
        <source>Udløbet</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Udskudt</source>
        <translation>Postponed</translation>
    </message>
    <message>
        <source>Ved ikke</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Videomøde</source>
        <translation>Video meeting</translation>
    </message>
    <message>
        <source>Vikar</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>Vil gerne møde en kandidat</source>
        <translation>Would like to meet a candidate</translation>
    </message>
    <message>
        <source>Vil vide mere om ordninger</source>
        <translation>Wants to know more about schemes</translation>
    </message>
    <message>
        <source>Visitation</source>
        <translation>Readiness</translation>
    </message>
    <message>
        <source>Ydelse</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>Én kontaktperson</source>
        <translation>One contact person</translation>
    </message>
    <message>
        <source>Ønsker det ikke</source>
        <translation>Does not want it</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Arbejdsgiver</source>
        <translation>&amp;Employer</translation>
    </message>
    <message>
        <source>&amp;Gå til</source>
        <translation>&amp;Go</translation>
    </message>
    <message>
        <source>&amp;Hjælp</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation>&amp;Journal</translation>
    </message>
    <message>
        <source>&amp;Kandidat</source>
        <translation>&amp;Candidate</translation>
    </message>
    <message>
        <source>&amp;Redigér</source>
        <translation>E&amp;dit</translation>
    </message>
    <message>
        <source>&amp;Vis</source>
        <translation>&amp;View</translation>
    </message>
</context>
<context>
    <name>Consents</name>
    <message>
        <source>Dokument i fagsystemet</source>
        <translation>Document in the case system</translation>
    </message>
    <message>
        <source>For eksempel: mødetider, planen for job og navn på kontaktperson.</source>
        <translation>For example: meeting times, the plan for work and the name of a contact person.</translation>
    </message>
    <message>
        <source>Formål</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Fra hvem</source>
        <translation>From whom</translation>
    </message>
    <message>
        <source>Gem samtykket</source>
        <translation>Save the consent</translation>
    </message>
    <message>
        <source>Givet</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>Gælder ikke længere</source>
        <translation>No longer in force</translation>
    </message>
    <message>
        <source>Gælder nu</source>
        <translation>In force now</translation>
    </message>
    <message>
        <source>Gælder til</source>
        <translation>In force until</translation>
    </message>
    <message>
        <source>Hvilke oplysninger</source>
        <translation>Which information</translation>
    </message>
    <message>
        <source>Hvordan blev det sagt</source>
        <translation>How was it said</translation>
    </message>
    <message>
        <source>Hvordan givet</source>
        <translation>How given</translation>
    </message>
    <message>
        <source>Ingen.</source>
        <translation>None.</translation>
    </message>
    <message>
        <source>Intet samtykke er skrevet ned.</source>
        <translation>No consent is written down.</translation>
    </message>
    <message>
        <source>Nyt samtykke</source>
        <translation>New consent</translation>
    </message>
    <message>
        <source>Også noteret på klinikken</source>
        <translation>Also noted at the clinic</translation>
    </message>
    <message>
        <source>Samtykket er gemt.</source>
        <translation>The consent is saved.</translation>
    </message>
    <message>
        <source>Samtykket er trukket tilbage. Der må ikke deles mere ad den vej.</source>
        <translation>The consent is withdrawn. Nothing more may be shared that way.</translation>
    </message>
    <message>
        <source>Spærret: %1</source>
        <translation>Blocked: %1</translation>
    </message>
    <message>
        <source>Til hvad</source>
        <translation>For what</translation>
    </message>
    <message>
        <source>Til hvem</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>Trukket tilbage</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Træk samtykket tilbage</source>
        <translation>Withdraw the consent</translation>
    </message>
    <message>
        <source>Træk tilbage</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Virker fra nu. Det, der allerede er delt, bliver stående.</source>
        <translation>In effect from now. What has been shared already remains.</translation>
    </message>
    <message>
        <source>fra %1 til %2</source>
        <translation>from %1 to %2</translation>
    </message>
    <message>
        <source>til %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>trukket tilbage %1</source>
        <translation>withdrawn %1</translation>
    </message>
    <message>
        <source>udløb %1</source>
        <translation>expired %1</translation>
    </message>
    <message>
        <source>udløber %1</source>
        <translation>expires %1</translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>Arbejdsgiver</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Det handlede om et ordinært job</source>
        <translation>It was about an ordinary job</translation>
    </message>
    <message>
        <source>Formål</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Hvad talte I om</source>
        <translation>What you talked about</translation>
    </message>
    <message>
        <source>Hvilke ønsker</source>
        <translation>Which wishes</translation>
    </message>
    <message>
        <source>Hvordan</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Hvornår</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Ikke noteret</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>Kandidaten var selv med</source>
        <translation>The candidate was there too</translation>
    </message>
    <message>
        <source>Klokken</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Nyt sted. Det oprettes, når du gemmer.</source>
        <translation>New place. It is created when you save.</translation>
    </message>
    <message>
        <source>Næste skridt</source>
        <translation>Next steps</translation>
    </message>
    <message>
        <source>Passer til kandidatens ønsker</source>
        <translation>Fits the candidate's wishes</translation>
    </message>
    <message>
        <source>På vegne af</source>
        <translation>On behalf of</translation>
    </message>
    <message>
        <source>Skriv begyndelsen af navnet</source>
        <translation>Type the beginning of the name</translation>
    </message>
    <message>
        <source>Talte med</source>
        <translation>Talked to</translation>
    </message>
    <message>
        <source>Uden helbredsoplysninger</source>
        <translation>Without health details</translation>
    </message>
    <message>
        <source>Udfald</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Varighed</source>
        <translation>Duration</translation>
    </message>
</context>
<context>
    <name>ContactWriter</name>
    <message>
        <source>Genskabt kladde fra %1</source>
        <translation>Restored draft from %1</translation>
    </message>
    <message>
        <source>Kontakten er gemt her og sendes på kommunens net.</source>
        <translation>The contact is saved here and will be sent on the municipal network.</translation>
    </message>
</context>
<context>
    <name>CopyWindow</name>
    <message>
        <source>Annuller</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>En redningskopi er et notat, som disken ikke ville tage, gemt krypteret i en mappe, du valgte. Kun denne journal og kommunens genskabelsesnøgle kan læse den. Notatet bliver en kladde igen; er kladden her nyere, bliver den, som den er.</source>
        <translation>A rescue copy is a note the disk would not take, saved encrypted in a folder you chose. Only this journal and the municipality's recovery key can read it. The note becomes a draft again; where the draft here is newer, it stays as it is.</translation>
    </message>
    <message>
        <source>Hent redningskopi</source>
        <translation>Fetch rescue copy</translation>
    </message>
    <message>
        <source>Kladden her er nyere end kopien og er, som den var.</source>
        <translation>The draft here is newer than the copy and is as it was.</translation>
    </message>
    <message>
        <source>Redningskopien er en kladde igen. Du kan slette filen.</source>
        <translation>The rescue copy is a draft again. You can delete the file.</translation>
    </message>
    <message>
        <source>Vælg filen …</source>
        <translation>Choose the file …</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Forslag til »%1«</source>
        <translation>Suggestions for “%1”</translation>
    </message>
    <message>
        <source>Føj »%1« til mine ord</source>
        <translation>Add “%1” to my words</translation>
    </message>
    <message>
        <source>Ingen forslag</source>
        <translation>No suggestions</translation>
    </message>
    <message>
        <source>Ingen ord at rette.</source>
        <translation>No words to correct.</translation>
    </message>
    <message>
        <source>Kender ikke »%1«.</source>
        <translation>Does not know “%1”.</translation>
    </message>
    <message>
        <source>Vagten lader ikke ordet komme med i dine ord.</source>
        <translation>The guard does not let the word in among your words.</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>Afslutningen venter på teamlederens underskrift.</source>
        <translation>The ending waits for the team leader's signature.</translation>
    </message>
    <message>
        <source>Afstem med fagsystemet</source>
        <translation>Reconcile with the case system</translation>
    </message>
    <message>
        <source>Begrundelse</source>
        <translation>Grounds</translation>
    </message>
    <message>
        <source>Begyndt i IPS</source>
        <translation>Began in IPS</translation>
    </message>
    <message>
        <source>Begyndt i job</source>
        <translation>Started a job</translation>
    </message>
    <message>
        <source>Begyndt på uddannelse</source>
        <translation>Started education</translation>
    </message>
    <message>
        <source>Besvaret</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Efterværn begyndt</source>
        <translation>Aftercare begun</translation>
    </message>
    <message>
        <source>Fase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Forløb nr.</source>
        <translation>Course no.</translation>
    </message>
    <message>
        <source>Forløbet afsluttet</source>
        <translation>Course ended</translation>
    </message>
    <message>
        <source>Forløbet er kommet fra sagsstammen. Herfra skrives hvert skridt ned.</source>
        <translation>The course came with the caseload. From here every step is written down.</translation>
    </message>
    <message>
        <source>Første samtale</source>
        <translation>First conversation</translation>
    </message>
    <message>
        <source>Henvisning</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>Henvisningen blev ikke til et forløb</source>
        <translation>The referral did not become a course</translation>
    </message>
    <message>
        <source>Henvist af</source>
        <translation>Referred by</translation>
    </message>
    <message>
        <source>Hvad der er sket</source>
        <translation>What has happened</translation>
    </message>
    <message>
        <source>Hvor forløbet står</source>
        <translation>Where the course stands</translation>
    </message>
    <message>
        <source>I job ved henvisningen</source>
        <translation>In a job at referral</translation>
    </message>
    <message>
        <source>IPS-konsulent</source>
        <translation>IPS consultant</translation>
    </message>
    <message>
        <source>Ikke skrevet ned endnu.</source>
        <translation>Not written down yet.</translation>
    </message>
    <message>
        <source>Ingen henvisning er skrevet ned.</source>
        <translation>No referral is written down.</translation>
    </message>
    <message>
        <source>Ingen markør er skrevet ned.</source>
        <translation>No marker is written down.</translation>
    </message>
    <message>
        <source>Job eller uddannelse ophørt</source>
        <translation>Job or education ended</translation>
    </message>
    <message>
        <source>Jobsøgning begyndt</source>
        <translation>Job search begun</translation>
    </message>
    <message>
        <source>Konsulent og vikar</source>
        <translation>Consultant and deputy</translation>
    </message>
    <message>
        <source>Modtaget</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Ny konsulent eller vikar</source>
        <translation>New consultant or deputy</translation>
    </message>
    <message>
        <source>Ny: %1</source>
        <translation>New: %1</translation>
    </message>
    <message>
        <source>Nyt forløb begyndt</source>
        <translation>New course begun</translation>
    </message>
    <message>
        <source>Optaget i IPS</source>
        <translation>Accepted into IPS</translation>
    </message>
    <message>
        <source>Pause begyndt</source>
        <translation>Pause begun</translation>
    </message>
    <message>
        <source>Pausen slut</source>
        <translation>Pause over</translation>
    </message>
    <message>
        <source>Ret henvisningen</source>
        <translation>Change the referral</translation>
    </message>
    <message>
        <source>STAR's persongruppemarkør</source>
        <translation>STAR's person group marker</translation>
    </message>
    <message>
        <source>Set af leder</source>
        <translation>Seen by the leader</translation>
    </message>
    <message>
        <source>Set efter i fagsystemet %1</source>
        <translation>Checked in the case system %1</translation>
    </message>
    <message>
        <source>Skriv henvisningen</source>
        <translation>Write the referral</translation>
    </message>
    <message>
        <source>Skriv under som leder</source>
        <translation>Sign as leader</translation>
    </message>
    <message>
        <source>Slut</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Udfald</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Ydelse, indsats og visitation</source>
        <translation>Benefit, measure and readiness</translation>
    </message>
    <message>
        <source>fra %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>til %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>Ønsker</source>
        <translation>Wishes</translation>
    </message>
</context>
<context>
    <name>CourseForms</name>
    <message>
        <source>Afslutningen er set af lederen.</source>
        <translation>The ending has been seen by the leader.</translation>
    </message>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>En vikar skal have en grund og en slutdato.</source>
        <translation>A deputy needs a reason and an end date.</translation>
    </message>
    <message>
        <source>Er kontakten tabt, så skriv, hvordan I har forsøgt at få den igen.</source>
        <translation>If contact was lost, write how you tried to regain it.</translation>
    </message>
    <message>
        <source>Fra</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Først når forløb og efterværn er slut.</source>
        <translation>Not before the course and the aftercare are over.</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Gemt her og sendes på kommunens net.</source>
        <translation>Saved here, sent on the municipal network.</translation>
    </message>
    <message>
        <source>Gemt. Husk slutdato på STAR's markør i fagsystemet.</source>
        <translation>Saved. Remember the end date of STAR's marker in the case system.</translation>
    </message>
    <message>
        <source>Grund</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Henvisning</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>Henvisningen er gemt.</source>
        <translation>The referral is saved.</translation>
    </message>
    <message>
        <source>Henvist af</source>
        <translation>Referred by</translation>
    </message>
    <message>
        <source>Hvem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>I job nu</source>
        <translation>In a job now</translation>
    </message>
    <message>
        <source>Kan stå tom.</source>
        <translation>May be left empty.</translation>
    </message>
    <message>
        <source>Konsulent eller vikar</source>
        <translation>Consultant or deputy</translation>
    </message>
    <message>
        <source>Kun teamlederen kan skrive under.</source>
        <translation>Only the team leader can sign.</translation>
    </message>
    <message>
        <source>Markør</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>Markøren er afstemt.</source>
        <translation>The marker is reconciled.</translation>
    </message>
    <message>
        <source>Med egne ord</source>
        <translation>In your own words</translation>
    </message>
    <message>
        <source>Modtaget</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Perioden er gemt.</source>
        <translation>The period is saved.</translation>
    </message>
    <message>
        <source>Perioden slutter</source>
        <translation>The period ends</translation>
    </message>
    <message>
        <source>STAR's markør</source>
        <translation>STAR's marker</translation>
    </message>
    <message>
        <source>Sidste dag</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Skriv hvorfor. Alle, der ønsker job, kan være med.</source>
        <translation>Write why. Everybody who wants a job can take part.</translation>
    </message>
    <message>
        <source>Som</source>
        <translation>As</translation>
    </message>
    <message>
        <source>Sådan står den</source>
        <translation>That is how it stands</translation>
    </message>
    <message>
        <source>Til</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Tilknytningen er gemt.</source>
        <translation>The attachment is saved.</translation>
    </message>
    <message>
        <source>Tom, hvis den løber videre.</source>
        <translation>Empty if it goes on.</translation>
    </message>
    <message>
        <source>Ønsker</source>
        <translation>Wishes</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Skærmen er dækket.</source>
        <translation>The screen is covered.</translation>
    </message>
    <message>
        <source>Tryk på en tast for at fortsætte.</source>
        <translation>Press a key to go on.</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Arbejd videre</source>
        <translation>Carry on</translation>
    </message>
    <message>
        <source>Det, du har ført i journalen, er gemt. Du kan arbejde videre. Bliver det ved, så send oplysningerne herunder til it-support; der står intet om personer i dem.</source>
        <translation>What you have entered in the journal is saved. You can carry on. If it keeps happening, send the details below to IT support; they say nothing about anyone.</translation>
    </message>
    <message>
        <source>Kopiér oplysningerne</source>
        <translation>Copy the details</translation>
    </message>
    <message>
        <source>Noget i programmet virkede ikke, som det skulle.</source>
        <translation>Something in the program did not work as it should.</translation>
    </message>
</context>
<context>
    <name>CreateForm</name>
    <message>
        <source>De to er ikke ens. Skriv den samme adgangskode igen.</source>
        <translation>The two are not the same. Type the same passphrase again.</translation>
    </message>
    <message>
        <source>Dit navn</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Opret journalen</source>
        <translation>Create the journal</translation>
    </message>
    <message>
        <source>Opretter journalen …</source>
        <translation>Creating the journal …</translation>
    </message>
    <message>
        <source>Prøv med opdigtede data</source>
        <translation>Try with invented data</translation>
    </message>
    <message>
        <source>Skriv den igen</source>
        <translation>Type it again</translation>
    </message>
    <message>
        <source>Skriv den ned, og læg den et sikkert sted. Uden den kan kun kommunen lukke dig ind igen.</source>
        <translation>Write it down and keep it in a safe place. Without it only the municipality can let you in again.</translation>
    </message>
    <message>
        <source>Skriv dit navn.</source>
        <translation>Type your name.</translation>
    </message>
    <message>
        <source>Vises kun for dig og dine kolleger.</source>
        <translation>Shown only to you and your colleagues.</translation>
    </message>
    <message>
        <source>Vælg en adgangskode</source>
        <translation>Choose a passphrase</translation>
    </message>
</context>
<context>
    <name>Damage</name>
    <message numerus="yes">
        <source>%n til</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Der er skade i journalens fil på %1, og det kan ikke læses (kode E-12). Intet er slettet. Er du ved at skrive, så kopiér teksten. Lås (Ctrl+L), og lås op igen: så kan det, der kan læses, reddes.</source>
        <translation>The journal's file is damaged on %1, and that part cannot be read (code E-12). Nothing is deleted. If you are writing, copy the text. Lock (Ctrl+L) and unlock again: then what can be read can be saved.</translation>
    </message>
    <message>
        <source>En del af journalens fil er beskadiget og kan ikke læses (kode E-12). Intet er slettet. Er du ved at skrive, så kopiér teksten. Lås (Ctrl+L), og lås op igen: så kan det, der kan læses, reddes.</source>
        <translation>A part of the journal's file is damaged and cannot be read (code E-12). Nothing is deleted. If you are writing, copy the text. Lock (Ctrl+L) and unlock again: then what can be read can be saved.</translation>
    </message>
    <message>
        <source>Journalen kan ikke åbnes: der er skade i filen på %1 (kode E-12). Intet er slettet. Du kan redde det, der kan læses; den beskadigede fil bliver liggende.</source>
        <translation>The journal cannot be opened: the file is damaged on %1 (code E-12). Nothing is deleted. You can save what can be read; the damaged file stays.</translation>
    </message>
    <message>
        <source>Journalens fil er beskadiget og kan ikke åbnes (kode E-12). Intet er slettet. Du kan redde det, der kan læses; den beskadigede fil bliver liggende.</source>
        <translation>The journal's file is damaged and cannot be opened (code E-12). Nothing is deleted. You can save what can be read; the damaged file stays.</translation>
    </message>
    <message>
        <source>side %1</source>
        <translation>page %1</translation>
    </message>
    <message>
        <source>side %1 og %2</source>
        <translation>page %1 and %2</translation>
    </message>
</context>
<context>
    <name>DangerBanner</name>
    <message>
        <source>Hvornår ringer jeg til hvem?</source>
        <translation>When do I call whom?</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>%1 kl. %2</source>
        <translation>%1 at %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 t</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 t %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 · i dag, %2</source>
        <translation>%1 · today, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n dag(e) siden sidst</source>
        <translation>
            <numerusform>%n day since last contact</numerusform>
            <numerusform>%n days since last contact</numerusform>
        </translation>
    </message>
    <message>
        <source>i dag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>i går</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>i morgen</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>ingen kontakt endnu</source>
        <translation>no contact yet</translation>
    </message>
    <message>
        <source>kl. %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>kontakt i dag</source>
        <translation>contact today</translation>
    </message>
    <message>
        <source>uge %1</source>
        <translation>week %1</translation>
    </message>
</context>
<context>
    <name>EmployerForm</name>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Arbejdsgiveren er gemt her og sendes på kommunens net.</source>
        <translation>The employer is saved here and will be sent on the municipal network.</translation>
    </message>
    <message>
        <source>Branche</source>
        <translation>Trade</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>CVR-nummer</source>
        <translation>CVR number</translation>
    </message>
    <message>
        <source>Kontaktperson</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>P-nummer</source>
        <translation>P number</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Skriv, eller vælg Danmarks Statistiks</source>
        <translation>Type, or choose one of Statistics Denmark</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
</context>
<context>
    <name>EmployerView</name>
    <message>
        <source>Ctrl+Shift+B skriver den første.</source>
        <translation>Ctrl+Shift+B writes the first one.</translation>
    </message>
    <message>
        <source>Ingen kontakter endnu.</source>
        <translation>No contacts yet.</translation>
    </message>
    <message>
        <source>Kontakter</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Overblik</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Vis</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>Employers</name>
    <message>
        <source>%1 af 3 besøg</source>
        <translation>%1 of 3 visits</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1. besøg</source>
        <translation>visit %1</translation>
    </message>
    <message>
        <source>1. Hils på</source>
        <translation>1. Say hello</translation>
    </message>
    <message>
        <source>2. Lær behovet</source>
        <translation>2. Learn the need</translation>
    </message>
    <message>
        <source>3. Tal om job</source>
        <translation>3. Talk about jobs</translation>
    </message>
    <message>
        <source>CVR %1</source>
        <translation>CVR %1</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>For %1</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Gem kontakten</source>
        <translation>Save the contact</translation>
    </message>
    <message>
        <source>Ikke endnu</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Ikke noteret</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>Intet aftalt</source>
        <translation>Nothing agreed</translation>
    </message>
    <message>
        <source>Kontaktperson</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>Ligner »%1«</source>
        <translation>Looks like “%1”</translation>
    </message>
    <message>
        <source>Ny arbejdsgiver</source>
        <translation>New employer</translation>
    </message>
    <message>
        <source>Ny kontakt</source>
        <translation>New contact</translation>
    </message>
    <message>
        <source>Næste</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Næste skridt</source>
        <translation>Next steps</translation>
    </message>
    <message>
        <source>Næste: %1</source>
        <translation>Next: %1</translation>
    </message>
    <message>
        <source>Passer: %1</source>
        <translation>Matches: %1</translation>
    </message>
    <message>
        <source>Ret arbejdsgiver</source>
        <translation>Edit employer</translation>
    </message>
    <message>
        <source>Senere</source>
        <translation>Later</translation>
    </message>
    <message numerus="yes">
        <source>Sidst · %n dag(e)</source>
        <translation>
            <numerusform>Last · %n day</numerusform>
            <numerusform>Last · %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Sidste kontakt</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Uden dato</source>
        <translation>No date</translation>
    </message>
    <message>
        <source>Var %1</source>
        <translation>Was %1</translation>
    </message>
</context>
<context>
    <name>EmployersPage</name>
    <message>
        <source>&amp;Besøgsvisning</source>
        <translation>&amp;Visit view</translation>
    </message>
    <message>
        <source>&amp;Ret arbejdsgiveren</source>
        <translation>&amp;Edit the employer</translation>
    </message>
    <message>
        <source>&amp;Steder, personer og dubletter</source>
        <translation>&amp;Places, people and duplicates</translation>
    </message>
    <message>
        <source>&amp;Søg i arbejdsgivere</source>
        <translation>&amp;Search employers</translation>
    </message>
    <message>
        <source>Her kommer arbejdsgiverens kontakter til at stå.</source>
        <translation>The employer's contacts will stand here.</translation>
    </message>
    <message>
        <source>Kontaktpersoner uden kontakt i &amp;to år …</source>
        <translation>Contact persons without contact for &amp;two years …</translation>
    </message>
    <message>
        <source>Mulige &amp;dubletter …</source>
        <translation>Possible &amp;duplicates …</translation>
    </message>
    <message>
        <source>Ny &amp;arbejdsgiver</source>
        <translation>New e&amp;mployer</translation>
    </message>
    <message>
        <source>Ny &amp;kontakt</source>
        <translation>New &amp;contact</translation>
    </message>
    <message>
        <source>Vælg en arbejdsgiver i listen.</source>
        <translation>Choose an employer in the list.</translation>
    </message>
</context>
<context>
    <name>EnrolCard</name>
    <message>
        <source>Fortryd</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Fortryd login i browseren</source>
        <translation>Cancel sign-in in the browser</translation>
    </message>
    <message>
        <source>Kode fra jobcentret</source>
        <translation>Code from the jobcenter</translation>
    </message>
    <message>
        <source>Koden virker kun én gang.</source>
        <translation>The code works only once.</translation>
    </message>
    <message>
        <source>Log ind i browseren</source>
        <translation>Sign in in the browser</translation>
    </message>
    <message>
        <source>Log ind i browseren, og vend tilbage hertil. Vi venter i to minutter.</source>
        <translation>Sign in in the browser and come back here. We wait for two minutes.</translation>
    </message>
    <message>
        <source>Skriv koden fra jobcentret, mens du er på kommunens net. Så henter computeren dine kandidater og kan sende.</source>
        <translation>Type the code from the jobcenter while you are on the municipal network. The computer then fetches your candidates and can send.</translation>
    </message>
    <message>
        <source>Skriv koden først.</source>
        <translation>Type the code first.</translation>
    </message>
    <message>
        <source>Tilmeld computeren</source>
        <translation>Enrol the computer</translation>
    </message>
    <message>
        <source>Tilmelder …</source>
        <translation>Enrolling …</translation>
    </message>
</context>
<context>
    <name>EnrolForm</name>
    <message>
        <source>Fortryd login i browseren</source>
        <translation>Cancel signing in</translation>
    </message>
    <message>
        <source>Kode fra jobcentret</source>
        <translation>Code from the jobcenter</translation>
    </message>
    <message>
        <source>Koden virker kun én gang.</source>
        <translation>The code works only once.</translation>
    </message>
    <message>
        <source>Kommunen har ikke sat en server op på denne computer. Har du fået en invitation fra jobcentret, så sæt hele teksten ind her. Ellers vælg Senere: alt bliver på denne computer, til den er tilmeldt.</source>
        <translation>The municipality has set up no server on this computer. If you have an invitation from the jobcenter, paste the whole text here. Otherwise choose Later: everything stays on this computer until it is enrolled.</translation>
    </message>
    <message>
        <source>Log ind i browseren</source>
        <translation>Sign in in the browser</translation>
    </message>
    <message>
        <source>Log ind med din arbejdskonto, eller skriv koden fra jobcentret, mens du er på kommunens net. Så henter computeren dine kandidater og kan sende notater.</source>
        <translation>Sign in with your work account, or write the code from the jobcenter, while you are on the municipality's network. Then the computer fetches your candidates and can send notes.</translation>
    </message>
    <message>
        <source>Med koden henter computeren dine kandidater og kan sende notater, når du er på kommunens net.</source>
        <translation>With the code the computer fetches your candidates and can send notes when you are on the municipal network.</translation>
    </message>
    <message>
        <source>Senere</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Skriv koden, eller vælg Senere.</source>
        <translation>Type the code, or choose Later.</translation>
    </message>
    <message>
        <source>Tilmeld computeren</source>
        <translation>Enrol the computer</translation>
    </message>
    <message>
        <source>Tilmelder …</source>
        <translation>Enrolling …</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Adgangskoden er for kort. Skriv mindst 15 tegn eller fem ord.</source>
        <translation>The passphrase is too short. Use at least 15 characters or five words.</translation>
    </message>
    <message>
        <source>Adgangskoden er let at gætte. Vælg fem ord, der ikke hører sammen.</source>
        <translation>The passphrase is easy to guess. Choose five words that do not belong together.</translation>
    </message>
    <message>
        <source>Adgangskoden gentager sig selv. Vælg fem forskellige ord.</source>
        <translation>The passphrase repeats itself. Choose five different words.</translation>
    </message>
    <message numerus="yes">
        <source>Adgangskoden passer ikke. Du kan prøve igen om %n sekund(er).</source>
        <translation>
            <numerusform>The passphrase does not fit. You can try again in %n second.</numerusform>
            <numerusform>The passphrase does not fit. You can try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Adgangskoden passer ikke. Se efter, om Caps Lock er slået til, og prøv igen.</source>
        <translation>The passphrase does not fit. Check whether Caps Lock is on, and try again.</translation>
    </message>
    <message>
        <source>Computeren er allerede tilmeldt til en anden person eller et andet jobcenter. Kontakt it-support.</source>
        <translation>The computer is already enrolled for another person or another jobcenter. Contact IT support.</translation>
    </message>
    <message>
        <source>Computeren er tilmeldt, men endnu ikke godkendt af jobcentret. Dine notater er gemt her imens.</source>
        <translation>The computer is enrolled but the jobcenter has not approved it yet. Your notes are kept here meanwhile.</translation>
    </message>
    <message>
        <source>Computeren har ikke længere adgang til jobcentrets server. Dine notater ligger her. Kontakt it-support.</source>
        <translation>The computer no longer has access to the jobcenter's server. Your notes are here. Contact IT support.</translation>
    </message>
    <message>
        <source>Computerens egen nøgle mangler i nøgleringen, måske fordi computeren eller profilen er ny. Kontakt it-support (kode E-31) for genskabelse.</source>
        <translation>The computer's own key is missing from the keyring, perhaps because the computer or the profile is new. Contact IT support (code E-31) for recovery.</translation>
    </message>
    <message>
        <source>Computerens nøglering er låst. Lås den op, og prøv igen.</source>
        <translation>The computer's keyring is locked. Unlock it, and try again.</translation>
    </message>
    <message>
        <source>Computerens nøglering gav ikke adgang. Sig ja, når den spørger, og prøv igen.</source>
        <translation>The computer's keyring gave no access. Say yes when it asks, and try again.</translation>
    </message>
    <message>
        <source>Computerens nøglering svarer ikke. Log ud og ind på computeren, og prøv igen.</source>
        <translation>The computer's keyring does not answer. Log out of the computer and in again, and try again.</translation>
    </message>
    <message>
        <source>Den slags dokument kan ikke læses. Brug txt, docx, pdf, eml eller msg.</source>
        <translation>That kind of document cannot be read. Use txt, docx, pdf, eml or msg.</translation>
    </message>
    <message>
        <source>Der er for lidt ledig hukommelse til at låse op. Luk andre programmer, og prøv igen.</source>
        <translation>There is too little free memory to unlock. Close other programs, and try again.</translation>
    </message>
    <message>
        <source>Der er skrevet forkert hundrede gange i træk, så adgangskoden virker ikke her mere. Intet er slettet. Bed kommunen om at lukke dig ind, og vælg en ny.</source>
        <translation>It was wrong a hundred times in a row, so the passphrase no longer works here. Nothing was deleted. Ask the municipality to let you in, and choose a new one.</translation>
    </message>
    <message>
        <source>Der ligger allerede en journal på denne computer. Luk vinduet, og lås den op i stedet.</source>
        <translation>There is already a journal on this computer. Close the window, and unlock that one instead.</translation>
    </message>
    <message>
        <source>Der ligger en fil i dokumentet, som vagten ikke kan læse. Tag den ud, og prøv igen.</source>
        <translation>There is a file in the document that the guard cannot read. Take it out and try again.</translation>
    </message>
    <message>
        <source>Din journal kan ikke nås (kode E-19). Den ligger på et drev eller i en mappe, som ikke er til stede lige nu. Tilslut drevet, eller kom på nettet igen, og prøv igen. Hjælper det ikke, så ring til it-support.</source>
        <translation>Your journal cannot be reached (code E-19). It is on a drive or in a folder that is not there right now. Plug in the drive, or get back on the network, and try again. If that does not help, call IT support.</translation>
    </message>
    <message>
        <source>Dokumentet er beskadiget og kan ikke læses.</source>
        <translation>The document is damaged and cannot be read.</translation>
    </message>
    <message>
        <source>Dokumentet er billeder uden tekst, så vagten kan ikke læse det.</source>
        <translation>The document is pictures without text, so the guard cannot read it.</translation>
    </message>
    <message>
        <source>Dokumentet er for stort. Del det, og prøv igen.</source>
        <translation>The document is too large. Split it, and try again.</translation>
    </message>
    <message>
        <source>Dokumentet er låst med adgangskode. Gem det uden, og prøv igen.</source>
        <translation>The document is locked with a password. Save it without one, and try again.</translation>
    </message>
    <message>
        <source>Dokumentets bogstaver står for andre bogstaver, så vagten kan ikke læse det.</source>
        <translation>The document's letters stand for other letters, so the guard cannot read it.</translation>
    </message>
    <message>
        <source>Filen er ikke en kodeliste. Bed kommunens administrator om en ny.</source>
        <translation>The file is not a code list. Ask the municipality's administrator for a new one.</translation>
    </message>
    <message>
        <source>Filen er ikke en redningskopi fra denne journal. Intet er ændret.</source>
        <translation>The file is not a rescue copy of this journal. Nothing was changed.</translation>
    </message>
    <message>
        <source>Filen er ikke underskrevet af kommunens server, så den bruges ikke.</source>
        <translation>The file is not signed by the municipality's server and is not used.</translation>
    </message>
    <message numerus="yes">
        <source>Intet er hentet ind: filen har %n sted(er), der skal rettes først.</source>
        <translation>
            <numerusform>Nothing was imported: the file has %n place that must be corrected first.</numerusform>
            <numerusform>Nothing was imported: the file has %n places that must be corrected first.</numerusform>
        </translation>
    </message>
    <message>
        <source>Invitationen er ikke hel, eller den er til et andet jobcenter. Kopiér den igen, eller bed om en ny.</source>
        <translation>The invitation is not whole, or it is for another jobcenter. Copy it again, or ask for a new one.</translation>
    </message>
    <message>
        <source>Jobcentret har bestemt, at journalen på denne computer slettes. Kontakt jobcentret.</source>
        <translation>The jobcenter has decided that the journal on this computer is to be erased. Contact the jobcenter.</translation>
    </message>
    <message>
        <source>Jobcentret kender ikke det login som bruger af Feltjournal. Kontakt it-support.</source>
        <translation>The jobcenter does not know that sign-in as a user of Feltjournal. Contact IT support.</translation>
    </message>
    <message>
        <source>Journalen blev låst imens. Lås op, og prøv igen.</source>
        <translation>The journal was locked meanwhile. Unlock it, and try again.</translation>
    </message>
    <message>
        <source>Journalen blev oprettet uden kommunens genskabelsesnøgle. Uden adgangskoden kan ingen åbne den. Det, der er sendt, har jobcentret. Kontakt it-support (kode E-23).</source>
        <translation>The journal was made without the municipality's recovery key. Nobody can open it without the passphrase. What has been sent, the job centre has. Contact IT support (code E-23).</translation>
    </message>
    <message>
        <source>Journalen er allerede åben i et andet vindue eller af en anden bruger. Luk den dér først.</source>
        <translation>The journal is already open in another window or by another user. Close it there first.</translation>
    </message>
    <message>
        <source>Journalen er gemt af en nyere udgave af Feltjournal. Opdatér programmet, og prøv igen.</source>
        <translation>The journal was saved by a newer version of Feltjournal. Update the program, and try again.</translation>
    </message>
    <message>
        <source>Journalen må ikke ligge på et netværksdrev eller i en mappe, der kopieres til skyen. Flyt den til computerens egen disk.</source>
        <translation>The journal must not lie on a network drive or in a folder that is copied to the cloud. Move it to the computer's own disk.</translation>
    </message>
    <message>
        <source>Journalens fil er tom eller skåret over. Nøglen er her endnu. Kontakt it-support (kode E-13), og brug ikke programmet imens.</source>
        <translation>The journal's file is empty or cut off. The key is still here. Contact IT support (code E-13), and do not use the program meanwhile.</translation>
    </message>
    <message>
        <source>Journalens fil mangler, men nøglen er her. Opret ikke en ny. Kontakt it-support (kode E-11); filen kan måske hentes tilbage.</source>
        <translation>The journal's file is missing, but the key is here. Do not create a new one. Contact IT support (code E-11); the file can perhaps be brought back.</translation>
    </message>
    <message>
        <source>Kan ikke gemme lige nu: et andet program, måske virusscanneren, holder fast i journalens fil. Teksten står stadig her, og der prøves igen.</source>
        <translation>Cannot save right now: another program, perhaps the virus scanner, holds the journal's file. Your text is still here, and Feltjournal tries again.</translation>
    </message>
    <message>
        <source>Kan ikke gemme: der må ikke skrives i journalens mappe. Teksten står stadig her. Kontakt it-support.</source>
        <translation>Cannot save: the journal's folder may not be written to. Your text is still here. Contact IT support.</translation>
    </message>
    <message>
        <source>Kan ikke gemme: disken er fuld. Teksten står stadig her. Kopiér den, før du lukker.</source>
        <translation>Cannot save: the disk is full. Your text is still here. Copy it before you close.</translation>
    </message>
    <message>
        <source>Kan ikke gemme: disken svarer med fejl. Teksten står stadig her. Kopiér den, og kontakt it-support.</source>
        <translation>Cannot save: the disk answers with errors. Your text is still here. Copy it, and contact IT support.</translation>
    </message>
    <message>
        <source>Kan ikke gemme: journalens fil ligger ikke længere, hvor den lå (kode E-17). Er et drev taget ud, så sæt det i igen. Teksten står stadig her. Kopiér den, og kontakt it-support.</source>
        <translation>Cannot save: the journal's file is no longer where it was (code E-17). If a drive was taken out, put it back. The text is still here. Copy it, and contact IT support.</translation>
    </message>
    <message>
        <source>Koden er allerede brugt på en anden computer. Bed jobcentret om en ny.</source>
        <translation>The code has already been used on another computer. Ask the jobcenter for a new one.</translation>
    </message>
    <message>
        <source>Koden er udløbet. Bed jobcentret om en ny.</source>
        <translation>The code has expired. Ask the jobcenter for a new one.</translation>
    </message>
    <message>
        <source>Koden findes ikke. Se efter, om den er skrevet rigtigt, eller bed jobcentret om en ny.</source>
        <translation>The code does not exist. Check whether it is typed correctly, or ask the jobcenter for a new one.</translation>
    </message>
    <message>
        <source>Kommunen kræver en gendannelsesnøgle, men politikken på denne computer nævner ingen. Kontakt it-afdelingen.</source>
        <translation>The municipality requires a recovery key, but the policy on this computer names none. Contact your IT department.</translation>
    </message>
    <message>
        <source>Kommunens indstillinger kan ikke læses (%1). Kontakt it-support; journalen er urørt.</source>
        <translation>The municipality's settings cannot be read (%1). Contact IT support; the journal is untouched.</translation>
    </message>
    <message>
        <source>Kopien af journalen kan ikke læses igennem (kode E-15). Journalen selv er, som den var. Kontakt it-support.</source>
        <translation>The copy of the journal cannot be read through (code E-15). The journal itself is as it was. Contact IT support.</translation>
    </message>
    <message>
        <source>Login blev ikke gennemført. Prøv igen.</source>
        <translation>Signing in was not completed. Try again.</translation>
    </message>
    <message>
        <source>Nøglefilen er beskadiget, og det er reservekopien også (kode E-22). Journalen er urørt. Kontakt it-support.</source>
        <translation>The key file is damaged, and so is its spare copy (code E-22). The journal is untouched. Contact IT support.</translation>
    </message>
    <message>
        <source>Nøglefilen er skrevet af en nyere udgave af Feltjournal. Opdatér programmet, og prøv igen.</source>
        <translation>The key file was written by a newer version of Feltjournal. Update the program, and try again.</translation>
    </message>
    <message>
        <source>Nøglefilen mangler, men journalen er her. Opret ikke en ny. Kontakt it-support (kode E-21) for genskabelse.</source>
        <translation>The key file is missing, but the journal is here. Do not create a new one. Contact IT support (code E-21) for recovery.</translation>
    </message>
    <message>
        <source>Nøgleringens nøgle hører til en anden journal. Kontakt it-support (kode E-32).</source>
        <translation>The keyring's key belongs to another journal. Contact IT support (code E-32).</translation>
    </message>
    <message>
        <source>Redningskopien kan ikke gemmes i den mappe. Vælg en anden, for eksempel på et USB-drev.</source>
        <translation>The rescue copy cannot be saved in that folder. Choose another, for instance on a USB drive.</translation>
    </message>
    <message>
        <source>Serveren er genskabt fra en ældre kopi. Dine ændringer er gemt her og sendes igen af sig selv.</source>
        <translation>The server has been restored from an older copy. Your changes are saved here and will be sent again by themselves.</translation>
    </message>
    <message>
        <source>Serveren kræver en nyere udgave af Feltjournal. Opdatér programmet; dine ændringer er gemt her.</source>
        <translation>The server requires a newer version of Feltjournal. Update the program; your changes are saved here.</translation>
    </message>
    <message numerus="yes">
        <source>Serveren svarer ikke. Vi prøver igen om %n minut(ter). Dine ændringer er gemt her.</source>
        <translation>
            <numerusform>The server does not answer. We will try again in %n minute. Your changes are saved here.</numerusform>
            <numerusform>The server does not answer. We will try again in %n minutes. Your changes are saved here.</numerusform>
        </translation>
    </message>
    <message>
        <source>Serveren svarer ikke. Vi prøver igen om lidt. Dine ændringer er gemt her.</source>
        <translation>The server does not answer. We will try again shortly. Your changes are saved here.</translation>
    </message>
    <message>
        <source>Serveren tog ikke imod (%1). Dine ændringer er gemt her. Kontakt it-support, hvis det bliver ved.</source>
        <translation>The server did not accept (%1). Your changes are saved here. Contact IT support if it keeps happening.</translation>
    </message>
    <message>
        <source>Svaret passer ikke til denne anmodning. Kopiér det hele igen, eller begynd forfra.</source>
        <translation>The answer does not fit this request. Copy all of it again, or start anew.</translation>
    </message>
    <message>
        <source>Tilmeld først computeren til kommunens server.</source>
        <translation>First enrol the computer with the municipality's server.</translation>
    </message>
    <message numerus="yes">
        <source>Vent %n sekund(er), før du prøver igen.</source>
        <translation>
            <numerusform>Wait %n second before you try again.</numerusform>
            <numerusform>Wait %n seconds before you try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Arbejdsgiver</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>Arbejdsgiverkontakter</source>
        <translation>Employer contacts</translation>
    </message>
    <message>
        <source>Ark til arbejdsgiveren</source>
        <translation>Sheet for the employer</translation>
    </message>
    <message>
        <source>Besøgsliste</source>
        <translation>Visit list</translation>
    </message>
    <message>
        <source>Eksportér</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Fidelitetsrapport</source>
        <translation>Fidelity report</translation>
    </message>
    <message>
        <source>Fil fra en sag</source>
        <translation>File of a case</translation>
    </message>
    <message>
        <source>Filen er gemt. Eksporten står i loggen.</source>
        <translation>The file is saved. The export stands in the log.</translation>
    </message>
    <message>
        <source>Filen er pseudonymiseret: enkelte kandidater under et nummer, uden navne og datoer.</source>
        <translation>The file is pseudonymised: single candidates under a number, without names and dates.</translation>
    </message>
    <message>
        <source>Filen indeholder ingen personoplysninger. Små tal er skjult.</source>
        <translation>The file holds no personal data. Small numbers are hidden.</translation>
    </message>
    <message>
        <source>Filen indeholder navne på arbejdsgivere. Intet om kandidater.</source>
        <translation>The file holds names of employers. Nothing about candidates.</translation>
    </message>
    <message>
        <source>Filen indeholder navne på dem, der har godkendt scorerne. Intet om kandidater: det, der hviler på få, er skjult.</source>
        <translation>The file holds the names of those who approved the scores. Nothing about candidates: what rests on few is hidden.</translation>
    </message>
    <message>
        <source>Filen indeholder personoplysninger om én kandidat. Det skrives i adgangsloggen.</source>
        <translation>The file holds personal data about one candidate. It is written in the access log.</translation>
    </message>
    <message>
        <source>Filen kan ikke gemmes dér. Vælg et andet sted.</source>
        <translation>The file cannot be saved there. Choose another place.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Gem som fil</source>
        <translation>Save as file</translation>
    </message>
    <message>
        <source>Graf</source>
        <translation>Plot</translation>
    </message>
    <message>
        <source>Hvem skal læse det</source>
        <translation>Who will read it</translation>
    </message>
    <message>
        <source>Jobsøgningsplan til kandidaten</source>
        <translation>Job search plan for the candidate</translation>
    </message>
    <message>
        <source>Kandidat</source>
        <translation>Candidate</translation>
    </message>
    <message>
        <source>Kommunen har slået eksport fra.</source>
        <translation>The municipality has turned export off.</translation>
    </message>
    <message>
        <source>Kun kandidater, der har givet samtykke og aftalt det, nævnes. Det skrives i deres adgangslog.</source>
        <translation>Only candidates who have consented and agreed to it are named. It is written in their access logs.</translation>
    </message>
    <message>
        <source>Kun tal fra en gennemgang, som er frosset, kan forlade teamet. Begynd en gennemgang under Fidelitet.</source>
        <translation>Only figures of a review, which are frozen, may leave the team. Begin a review under Fidelity.</translation>
    </message>
    <message>
        <source>Kun til teamet og gennemgangen: navne på dem, der har godkendt scorerne, og små tal, som kan pege på enkelte kandidater.</source>
        <translation>For the team and the review only: names of those who approved the scores, and small numbers that can point at single candidates.</translation>
    </message>
    <message>
        <source>Kun til teamet: hver kontakt med formål og udfald. Ingen navne på kandidater.</source>
        <translation>For the team only: every contact with its purpose and outcome. No names of candidates.</translation>
    </message>
    <message>
        <source>Kun til teamet: små tal er ikke skjult og kan pege på enkelte kandidater.</source>
        <translation>For the team only: small numbers are not hidden and may point to single candidates.</translation>
    </message>
    <message>
        <source>Nogle af jobcentrets sager ligger kun hos kolleger. Trukket fra kommunens tal ville disse tal røbe deres. Brug udtrækket fra kommunens server.</source>
        <translation>Some of the jobcenter's cases are with colleagues alone. Taken from the municipality's figures, these would reveal theirs. Use the export from the municipality's server.</translation>
    </message>
    <message>
        <source>Perioden er ikke slut. Vælg en afsluttet måned, et kvartal eller et år.</source>
        <translation>The period has not ended. Choose a month, quarter or year that has.</translation>
    </message>
    <message>
        <source>Rapport</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Rapporten dannes</source>
        <translation>The report is being made</translation>
    </message>
    <message>
        <source>Rapporten kan ikke dannes.</source>
        <translation>The report cannot be made.</translation>
    </message>
    <message>
        <source>Senest ud af programmet</source>
        <translation>Left the program last</translation>
    </message>
    <message>
        <source>Skal ud af teamet: skjul tal under 5</source>
        <translation>Leaves the team: hide numbers below 5</translation>
    </message>
    <message>
        <source>Statistik over tid</source>
        <translation>Statistics over time</translation>
    </message>
    <message>
        <source>Status til sagsbehandler</source>
        <translation>Status to the caseworker</translation>
    </message>
    <message>
        <source>Tal for perioden</source>
        <translation>Figures of the period</translation>
    </message>
    <message>
        <source>Tallene for perioden eller en del af den er udleveret før, og siden er der kommet rækker til. Forskellen kan røbe skjulte tal. Brug filen fra dengang.</source>
        <translation>The figures of the period or a part of it have left before, and rows have come since. The difference can give hidden numbers away. Use the file of then.</translation>
    </message>
    <message>
        <source>Udtrukne journaler</source>
        <translation>Charts drawn</translation>
    </message>
    <message>
        <source>Vælg en arbejdsgiver.</source>
        <translation>Choose an employer.</translation>
    </message>
    <message>
        <source>Vælg en kandidat.</source>
        <translation>Choose a candidate.</translation>
    </message>
</context>
<context>
    <name>Fidelity</name>
    <message>
        <source>%1 af %2 punkter vurderet · kan give %3 til %4</source>
        <translation>%1 of %2 items assessed · can give %3 to %4</translation>
    </message>
    <message>
        <source>%1 mangler oplysning</source>
        <translation>%1 lack information</translation>
    </message>
    <message>
        <source>%1 point · %2</source>
        <translation>%1 points · %2</translation>
    </message>
    <message>
        <source>Anbefalingen som opgave</source>
        <translation>The recommendation as a task</translation>
    </message>
    <message>
        <source>Begge har afleveret. Find nu den fælles score.</source>
        <translation>Both are in. Now agree on the score.</translation>
    </message>
    <message>
        <source>Begge har afleveret. Scorerne åbnes, når begge computere har synkroniseret.</source>
        <translation>Both are in. The scores open when both computers have synchronised.</translation>
    </message>
    <message>
        <source>Begynd gennemgangen</source>
        <translation>Begin the review</translation>
    </message>
    <message>
        <source>Bemærkning og anbefaling</source>
        <translation>Remark and recommendation</translation>
    </message>
    <message>
        <source>Beregnet for %1 af %2 punkter · kan give %3 til %4</source>
        <translation>Computed for %1 of %2 items · can give %3 to %4</translation>
    </message>
    <message>
        <source>Der er ingen rækker at tælle i perioden. Kan ikke beregnes.</source>
        <translation>There are no rows to count in the period. Cannot be computed.</translation>
    </message>
    <message>
        <source>Det samme skal også være opfyldt.</source>
        <translation>The same must be met too.</translation>
    </message>
    <message>
        <source>Ekstern gennemgang</source>
        <translation>External review</translation>
    </message>
    <message>
        <source>For få data</source>
        <translation>Too little data</translation>
    </message>
    <message>
        <source>For få job til at score. Se rækkerne, og vurdér selv.</source>
        <translation>Too few jobs to score. See the rows and judge for yourself.</translation>
    </message>
    <message>
        <source>Forslag</source>
        <translation>Proposals</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Godkendt</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Godkendt af %1</source>
        <translation>Approved by %1</translation>
    </message>
    <message>
        <source>Hver vurderer for sig. Scorerne kan først ses, når begge har afleveret. Mangler: %1.</source>
        <translation>Each scores apart. The scores can be seen when both are in. Missing: %1.</translation>
    </message>
    <message>
        <source>Ingen udvikling at vise endnu.</source>
        <translation>No trend to show yet.</translation>
    </message>
    <message>
        <source>Kræver belæg</source>
        <translation>Needs evidence</translation>
    </message>
    <message>
        <source>Lav opgaven</source>
        <translation>Make the task</translation>
    </message>
    <message>
        <source>Mere skal også være opfyldt.</source>
        <translation>More has to be met, too.</translation>
    </message>
    <message>
        <source>Ny gennemgang</source>
        <translation>New review</translation>
    </message>
    <message>
        <source>Periode til</source>
        <translation>Period to</translation>
    </message>
    <message>
        <source>Punktet beregnes ikke. Sæt kryds ved det, der er opfyldt, og vurdér.</source>
        <translation>The item is not computed. Tick what is met, and judge.</translation>
    </message>
    <message>
        <source>Regnet af dine egne registreringer. Teamets tal findes hos teamlederen.</source>
        <translation>Counted from your own entries. The team leader has the team's figures.</translation>
    </message>
    <message>
        <source>Scorerne fra %1 passer ikke med det, der blev afleveret.</source>
        <translation>The scores from %1 are not those that were handed in.</translation>
    </message>
    <message>
        <source>Selvvurdering</source>
        <translation>Self-assessment</translation>
    </message>
    <message>
        <source>Tallet er højt nok til %1. Det andet, som %1 kræver, mangler.</source>
        <translation>The figure is enough for %1. What is wanting is the rest of what %1 asks for.</translation>
    </message>
    <message>
        <source>Uge til</source>
        <translation>Week to</translation>
    </message>
    <message>
        <source>Vejledt gennemgang</source>
        <translation>Guided review</translation>
    </message>
    <message>
        <source>Venter på godkendelse</source>
        <translation>Waits for approval</translation>
    </message>
    <message>
        <source>Vurderes</source>
        <translation>To be judged</translation>
    </message>
    <message>
        <source>Værdi</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>forslag %1</source>
        <translation>proposal %1</translation>
    </message>
    <message>
        <source>kan ikke vurderes</source>
        <translation>cannot be assessed</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>sidst %1</source>
        <translation>last %1</translation>
    </message>
    <message>
        <source>tallene er frosset %1</source>
        <translation>the figures were frozen on %1</translation>
    </message>
</context>
<context>
    <name>FidelityView</name>
    <message>
        <source>%1 mdr.</source>
        <translation>%1 mo.</translation>
    </message>
    <message>
        <source>&amp;Aflevér mine scorer</source>
        <translation>&amp;Hand in my scores</translation>
    </message>
    <message>
        <source>&amp;Afslut gennemgangen</source>
        <translation>&amp;Close the review</translation>
    </message>
    <message>
        <source>&amp;Udtræk journaler</source>
        <translation>&amp;Draw charts</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Da gennemgangen begyndte: %1</source>
        <translation>When the review began: %1</translation>
    </message>
    <message>
        <source>Fidelitet</source>
        <translation>Fidelity</translation>
    </message>
    <message>
        <source>Fidelitets&amp;rapport</source>
        <translation>Fidelity &amp;report</translation>
    </message>
    <message>
        <source>Forslag</source>
        <translation>Proposals</translation>
    </message>
    <message>
        <source>Ny &amp;gennemgang</source>
        <translation>New &amp;review</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Punkter</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Skala</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>Vis</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Åbne</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 af %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>%n mangler oplysning</source>
        <translation>
            <numerusform>%n lacks information</numerusform>
            <numerusform>%n lack information</numerusform>
        </translation>
    </message>
    <message>
        <source>30 dage</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>95 %-interval</source>
        <translation>95 % interval</translation>
    </message>
    <message>
        <source>Begyndt</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>Dage</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Dine egne tal. Teamets tal findes hos teamlederen.</source>
        <translation>Your own figures. The team leader has the team's.</translation>
    </message>
    <message>
        <source>Er ikke med</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>Fase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Fulgt så længe</source>
        <translation>Followed that long</translation>
    </message>
    <message>
        <source>Gem svarene</source>
        <translation>Save the answers</translation>
    </message>
    <message>
        <source>Ingen forløb endnu.</source>
        <translation>No courses yet.</translation>
    </message>
    <message>
        <source>Ingen første kontakter endnu.</source>
        <translation>No first contacts yet.</translation>
    </message>
    <message>
        <source>Ingen job endnu.</source>
        <translation>No jobs yet.</translation>
    </message>
    <message>
        <source>Ingen møder med arbejdsgivere endnu.</source>
        <translation>No meetings with employers yet.</translation>
    </message>
    <message>
        <source>Ingen tid med sted endnu.</source>
        <translation>No time with a place yet.</translation>
    </message>
    <message>
        <source>Intet at tælle i perioden</source>
        <translation>Nothing to count in the period</translation>
    </message>
    <message>
        <source>Kandidater</source>
        <translation>Candidates</translation>
    </message>
    <message>
        <source>Kilde</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Landsundersøgelsen %1</source>
        <translation>National survey %1</translation>
    </message>
    <message>
        <source>Måned</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Møder</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>Nævner</source>
        <translation>Denominator</translation>
    </message>
    <message>
        <source>Ophørt</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Pr. konsulent</source>
        <translation>Per consultant</translation>
    </message>
    <message>
        <source>Rækker</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>Stadig i job</source>
        <translation>Still in the job</translation>
    </message>
    <message>
        <source>Sådan er tallet fundet</source>
        <translation>How the number was found</translation>
    </message>
    <message>
        <source>Tilføj %1</source>
        <translation>Add %1</translation>
    </message>
    <message>
        <source>Tæller</source>
        <translation>Numerator</translation>
    </message>
    <message>
        <source>Ude</source>
        <translation>Outside</translation>
    </message>
    <message>
        <source>Uge</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>mål 6</source>
        <translation>goal 6</translation>
    </message>
    <message>
        <source>mål 65 %</source>
        <translation>goal 65 %</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>uge %1</source>
        <translation>week %1</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>&amp;Eksportér tal</source>
        <translation>&amp;Export figures</translation>
    </message>
    <message>
        <source>&amp;Forrige periode</source>
        <translation>&amp;Previous period</translation>
    </message>
    <message>
        <source>&amp;Landsundersøgelsen</source>
        <translation>National &amp;survey</translation>
    </message>
    <message>
        <source>&amp;Næste periode</source>
        <translation>&amp;Next period</translation>
    </message>
    <message>
        <source>Dage til første arbejdsgiver</source>
        <translation>Days to the first employer</translation>
    </message>
    <message>
        <source>Hele teamet</source>
        <translation>The whole team</translation>
    </message>
    <message>
        <source>Hvem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Job begyndt</source>
        <translation>Jobs begun</translation>
    </message>
    <message>
        <source>Kontakter med arbejdsgivere om ugen</source>
        <translation>Contacts with employers a week</translation>
    </message>
    <message>
        <source>Kun til teamet: små tal er ikke skjult.</source>
        <translation>For the team only: small numbers are not hidden.</translation>
    </message>
    <message>
        <source>Kvartal</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>Mig</source>
        <translation>Me</translation>
    </message>
    <message>
        <source>Måned</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Sagsstamme efter fase</source>
        <translation>Caseload by phase</translation>
    </message>
    <message>
        <source>Tal</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Tid ude af huset</source>
        <translation>Time in the community</translation>
    </message>
    <message>
        <source>Uge</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Uger i job</source>
        <translation>Weeks in the job</translation>
    </message>
    <message>
        <source>Vis grafer som &amp;tabel</source>
        <translation>Show plots as &amp;tables</translation>
    </message>
    <message>
        <source>År</source>
        <translation>Year</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Dokumenter (%1)</source>
        <translation>Documents (%1)</translation>
    </message>
    <message>
        <source>En kopi uden for journalen er ikke krypteret. Det skrives i loggen.</source>
        <translation>A copy outside the journal is not encrypted. It is written in the log.</translation>
    </message>
    <message>
        <source>Filen er større end 25 MB. Del den, og prøv igen.</source>
        <translation>The file is larger than 25 MB. Split it and try again.</translation>
    </message>
    <message>
        <source>Filen er taget ud, også hos kolleger ved næste synkronisering.</source>
        <translation>The file is taken out, with colleagues too at the next synchronisation.</translation>
    </message>
    <message>
        <source>Filen er tom.</source>
        <translation>The file is empty.</translation>
    </message>
    <message>
        <source>Filen kan ikke læses eller skrives. Vælg en anden.</source>
        <translation>The file cannot be read or written. Choose another.</translation>
    </message>
    <message>
        <source>Filen ligger på sagen.</source>
        <translation>The file is in the case.</translation>
    </message>
    <message>
        <source>Filer</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Gem en kopi</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>Gem en kopi uden for journalen</source>
        <translation>Save a copy outside the journal</translation>
    </message>
    <message>
        <source>Ikke hentet endnu</source>
        <translation>Not fetched yet</translation>
    </message>
    <message>
        <source>Ikke sendt endnu</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Ingen filer på sagen.</source>
        <translation>No files in this case.</translation>
    </message>
    <message>
        <source>Kommunen tillader ikke, at filer gemmes uden for journalen.</source>
        <translation>The municipality does not allow files to be saved outside the journal.</translation>
    </message>
    <message>
        <source>Kopien er gemt.</source>
        <translation>The copy is saved.</translation>
    </message>
    <message>
        <source>Læg en fil på sagen</source>
        <translation>Put a file to the case</translation>
    </message>
    <message>
        <source>Læg på sagen</source>
        <translation>Put to the case</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Sagens filer fylder tilsammen for meget. Tag en anden ud først.</source>
        <translation>The case's files take too much room together. Take another out first.</translation>
    </message>
    <message>
        <source>Stoppet af vagten</source>
        <translation>Stopped by the guard</translation>
    </message>
    <message>
        <source>Tag filen ud af sagen</source>
        <translation>Take the file out of the case</translation>
    </message>
    <message>
        <source>Teksten i filen</source>
        <translation>The text in the file</translation>
    </message>
    <message>
        <source>Vagten læser hele filen først. Den gemmes krypteret, her og på jobcentrets server.</source>
        <translation>The guard reads the whole file first. It is kept encrypted, here and on the jobcentre's server.</translation>
    </message>
    <message>
        <source>Vælg et dokument</source>
        <translation>Choose a document</translation>
    </message>
</context>
<context>
    <name>FollowAlong</name>
    <message>
        <source>Kontakt efter ophør</source>
        <translation>Contact after the end</translation>
    </message>
    <message>
        <source>Kontakt i måned %1</source>
        <translation>Contact in month %1</translation>
    </message>
    <message>
        <source>Kontakt i uge %1</source>
        <translation>Contact in week %1</translation>
    </message>
    <message>
        <source>Kontakt lige efter start</source>
        <translation>Contact just after the start</translation>
    </message>
    <message>
        <source>Kontakt ugen før start</source>
        <translation>Contact the week before the start</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Krypteret på denne computer</source>
        <translation>Encrypted on this computer</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Annuller</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Behold – hverdagssprog</source>
        <translation>Keep – everyday language</translation>
    </message>
    <message>
        <source>Navnet er ikke i listen. Vælg et derfra, eller slet det, du har skrevet.</source>
        <translation>The name is not in the list. Choose one from it, or delete what you have written.</translation>
    </message>
</context>
<context>
    <name>FormMore</name>
    <message>
        <source>dd.mm.åååå</source>
        <translation>dd.mm.yyyy</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>Arbejdsgiverkontakt</source>
        <translation>Employer contact</translation>
    </message>
    <message>
        <source>Forløb</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>IPS-uddannelse</source>
        <translation>IPS training</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Møde</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Notat</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Opfølgning</source>
        <translation>Support contact</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Uddannelse</source>
        <translation>Education</translation>
    </message>
</context>
<context>
    <name>FoundDialog</name>
    <message numerus="yes">
        <source>%n række(r), nyeste først. Højst 200 vises.</source>
        <translation>
            <numerusform>%n row.</numerusform>
            <numerusform>%n rows, newest first. At most 200 are shown.</numerusform>
        </translation>
    </message>
    <message>
        <source>Antal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Der er ingen enkelte rækker bag tallet.</source>
        <translation>There are no single rows behind the number.</translation>
    </message>
    <message>
        <source>Enter åbner kandidatens kort.</source>
        <translation>Enter opens the candidate's card.</translation>
    </message>
    <message>
        <source>Hvad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Rækkerne bag tallet</source>
        <translation>The rows behind the number</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message numerus="yes">
        <source>%n stop skal løses, før notatet kan føres i journalen. Kladden er gemt.</source>
        <translation>
            <numerusform>%n stop must be solved before this note can be entered. The draft is saved.</numerusform>
            <numerusform>%n stops must be solved before this note can be entered. The draft is saved.</numerusform>
        </translation>
    </message>
    <message>
        <source>Andres oplysninger</source>
        <translation>Details of others</translation>
    </message>
    <message>
        <source>Behandlerens ord</source>
        <translation>The clinician's words</translation>
    </message>
    <message>
        <source>Behandling og indlæggelse</source>
        <translation>Treatment and admission</translation>
    </message>
    <message>
        <source>CPR-nummer</source>
        <translation>CPR number</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>Diagnosekode</source>
        <translation>Diagnosis code</translation>
    </message>
    <message>
        <source>Forslag: %1</source>
        <translation>Suggestion: %1</translation>
    </message>
    <message>
        <source>Fysisk helbred</source>
        <translation>Physical health</translation>
    </message>
    <message>
        <source>Helbred i hverdagssprog</source>
        <translation>Health in everyday language</translation>
    </message>
    <message>
        <source>Helbredsoplysninger hører til i regionens patientjournal. Vagten kører kun her på computeren.</source>
        <translation>Health details belong in the region's patient record. The guard runs only on this computer.</translation>
    </message>
    <message>
        <source>I stedet: »%1«</source>
        <translation>Instead: “%1”</translation>
    </message>
    <message>
        <source>Indsat fra patientjournal</source>
        <translation>Pasted from a patient record</translation>
    </message>
    <message numerus="yes">
        <source>Indsat tekst: %n sted(er) at se på</source>
        <translation>
            <numerusform>Pasted text: %n place to check</numerusform>
            <numerusform>Pasted text: %n places to check</numerusform>
        </translation>
    </message>
    <message>
        <source>Medicin og dosis</source>
        <translation>Medicine and dose</translation>
    </message>
    <message>
        <source>Medicin uden navn</source>
        <translation>Medicine without a name</translation>
    </message>
    <message>
        <source>Misbrug</source>
        <translation>Substance use</translation>
    </message>
    <message>
        <source>Overvej</source>
        <translation>Consider</translation>
    </message>
    <message>
        <source>Privat forhold</source>
        <translation>Private matter</translation>
    </message>
    <message>
        <source>Prøver og målinger</source>
        <translation>Tests and measurements</translation>
    </message>
    <message>
        <source>Risiko og tvang</source>
        <translation>Risk and coercion</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Symptomer</source>
        <translation>Symptoms</translation>
    </message>
    <message>
        <source>Udtalelse fra klinikken</source>
        <translation>Statement from the clinic</translation>
    </message>
    <message numerus="yes">
        <source>Vagten: %n sted(er) at se på</source>
        <translation>
            <numerusform>Guard: %n place to check</numerusform>
            <numerusform>Guard: %n places to check</numerusform>
        </translation>
    </message>
    <message>
        <source>Vagten: ingen bemærkninger</source>
        <translation>Guard: nothing to note</translation>
    </message>
    <message>
        <source>»%1« beskriver en tilstand. Skriv, hvad der skete på jobbet eller i samtalen.</source>
        <translation>“%1” describes a state. Write what happened at work or in the conversation.</translation>
    </message>
    <message>
        <source>»%1« bringer behandlerens ord videre. Skriv, hvad I aftalte om arbejdet.</source>
        <translation>“%1” passes on the clinician's words. Write what you agreed about work.</translation>
    </message>
    <message>
        <source>»%1« er en andens helbred. Lad det ude af journalen.</source>
        <translation>“%1” is somebody else's health. Leave it out of the journal.</translation>
    </message>
    <message>
        <source>»%1« er en diagnose. Skriv, hvad det betyder for arbejdet.</source>
        <translation>“%1” is a diagnosis. Write what it means for work.</translation>
    </message>
    <message>
        <source>»%1« er en måling fra klinikken. Skriv, hvad du selv har set.</source>
        <translation>“%1” is a measurement from the clinic. Write what you have seen yourself.</translation>
    </message>
    <message>
        <source>»%1« er et CPR-nummer. Det står allerede på kandidatens side.</source>
        <translation>“%1” is a CPR number. It already stands on the candidate's page.</translation>
    </message>
    <message>
        <source>»%1« er fysisk helbred. Behold det kun, hvis arbejdspladsen skal tage hensyn.</source>
        <translation>“%1” is physical health. Keep it only if the workplace must take it into account.</translation>
    </message>
    <message>
        <source>»%1« er om medicin uden navn. Skriv hellere, hvad det betyder for arbejdstiden.</source>
        <translation>“%1” is about medicine without a name. Rather write what it means for working hours.</translation>
    </message>
    <message>
        <source>»%1« er privat. Behold det kun, hvis det betyder noget for jobbet.</source>
        <translation>“%1” is private. Keep it only if it matters for the job.</translation>
    </message>
    <message>
        <source>»%1« handler om behandling. Skriv kun, hvornår kandidaten kan arbejde.</source>
        <translation>“%1” is about treatment. Write only when the candidate can work.</translation>
    </message>
    <message>
        <source>»%1« handler om misbrug. Skriv, hvad det betyder for mødetid og opgaver.</source>
        <translation>“%1” is about substance use. Write what it means for attendance and tasks.</translation>
    </message>
    <message>
        <source>»%1« hører kun til i patientjournalen. Er nogen i fare, så ring til klinikken nu.</source>
        <translation>“%1” belongs in the patient record only. If anyone is in danger, phone the clinic now.</translation>
    </message>
    <message>
        <source>»%1« kan læses som helbred. Er det kandidatens egne ord om hverdagen, kan det blive stående.</source>
        <translation>“%1” can be read as health. If it is the candidate's own words about everyday life, it may stay.</translation>
    </message>
    <message>
        <source>»%1« kommer fra klinikken. Behold det kun, hvis det er en ramme for arbejdet.</source>
        <translation>“%1” comes from the clinic. Keep it only if it is a frame for the work.</translation>
    </message>
    <message>
        <source>»%1« ligner tekst fra en patientjournal. Den må ikke gemmes her.</source>
        <translation>“%1” looks like text from a patient record. It may not be kept here.</translation>
    </message>
    <message>
        <source>»%1« må ikke stå i journalen. Skriv, hvad der hjælper på arbejdspladsen.</source>
        <translation>“%1” may not stand in the journal. Write what helps at the workplace.</translation>
    </message>
    <message>
        <source>»%1« må ikke stå i journalen. Skriv, hvad det betyder for arbejdet – ikke præparatet.</source>
        <translation>“%1” may not stand in the journal. Write what it means for work – not the drug.</translation>
    </message>
</context>
<context>
    <name>GuardCard</name>
    <message>
        <source>Behold – hverdagssprog</source>
        <translation>Keep – everyday language</translation>
    </message>
    <message>
        <source>Brug forslaget</source>
        <translation>Use suggestion</translation>
    </message>
    <message>
        <source>Slet ordene</source>
        <translation>Delete the words</translation>
    </message>
</context>
<context>
    <name>GuardPanel</name>
    <message>
        <source>Bed myndighed indhente</source>
        <translation>Ask the authority to obtain it</translation>
    </message>
    <message>
        <source>Laver en opgave uden indhold. Oplysningerne hentes af den, der må se dem.</source>
        <translation>Makes a task without content. The information is obtained by whoever may see it.</translation>
    </message>
    <message>
        <source>Vis igen</source>
        <translation>Show again</translation>
    </message>
</context>
<context>
    <name>Guidance</name>
    <message>
        <source> kr.</source>
        <translation> kr.</translation>
    </message>
    <message>
        <source>%1 kr.</source>
        <translation>%1 kr.</translation>
    </message>
    <message>
        <source>Besvaret</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Givet til kandidaten</source>
        <translation>Given to the candidate</translation>
    </message>
    <message>
        <source>Hvad betyder timer om ugen?</source>
        <translation>What do hours a week mean?</translation>
    </message>
    <message>
        <source>Intet spørgsmål er sendt videre endnu.</source>
        <translation>No question has been passed on yet.</translation>
    </message>
    <message>
        <source>Kandidaten ved, at løn skal oplyses (oplysningspligt)</source>
        <translation>The candidate knows that wages must be reported</translation>
    </message>
    <message>
        <source>Oplysningspligten er ikke noteret som nævnt.</source>
        <translation>The duty to report is not noted as mentioned.</translation>
    </message>
    <message>
        <source>Planlagt løn om måneden</source>
        <translation>Planned pay a month</translation>
    </message>
    <message>
        <source>Planlagte timer om ugen</source>
        <translation>Planned hours a week</translation>
    </message>
    <message>
        <source>Send et spørgsmål videre</source>
        <translation>Pass a question on</translation>
    </message>
    <message>
        <source>Situation nu</source>
        <translation>Situation now</translation>
    </message>
    <message>
        <source>Skriv svaret</source>
        <translation>Write the answer</translation>
    </message>
    <message>
        <source>Spørgsmål</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Spørgsmålet er gemt her og sendes på kommunens net.</source>
        <translation>The question is saved here and will be sent on the municipal network.</translation>
    </message>
    <message>
        <source>Svar</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Svaret</source>
        <translation>The answer</translation>
    </message>
    <message>
        <source>Svaret kom fra</source>
        <translation>The answer came from</translation>
    </message>
    <message>
        <source>Til hvem</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>Vejledning om ydelser</source>
        <translation>Benefits guidance</translation>
    </message>
    <message>
        <source>Venter på svar.</source>
        <translation>Waiting for an answer.</translation>
    </message>
    <message>
        <source>Ydelse, timer og løn; intet om helbred</source>
        <translation>Benefit, hours and pay; nothing about health</translation>
    </message>
    <message>
        <source>spurgt %1</source>
        <translation>asked %1</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Hvor kommer det fra?</source>
        <translation>Where does it come from?</translation>
    </message>
    <message>
        <source>Ikke angivet</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>Kandidat</source>
        <translation>Candidate</translation>
    </message>
    <message>
        <source>Klokken</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Maximiliane Østergaard</source>
        <translation>Maximiliane Østergaard</translation>
    </message>
    <message>
        <source>Mærkes som sent</source>
        <translation>Marked as late</translation>
    </message>
    <message>
        <source>Overskrift</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Varighed</source>
        <translation>Duration</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Bestemt af kommunen på denne computer:</source>
        <translation>Decided by the municipality on this computer:</translation>
    </message>
    <message>
        <source>Journal for IPS-konsulenter. Kører på denne computer og jobcentrets egen server.</source>
        <translation>A journal for IPS consultants. Runs on this computer and on the jobcentre's own server.</translation>
    </message>
    <message>
        <source>Kommunen har ikke bestemt noget på denne computer.</source>
        <translation>The municipality has not decided anything on this computer.</translation>
    </message>
    <message>
        <source>Version %1 er udgivet. Din it-afdeling lægger den på computeren; du skal ikke gøre noget.</source>
        <translation>Version %1 has been released. Your IT department puts it on the computer; you need do nothing.</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message numerus="yes">
        <source>%n emne(r)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message>
        <source>Emner</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Genveje</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>Hjælp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Intet fundet</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Licenser</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Om Feltjournal</source>
        <translation>About Feltjournal</translation>
    </message>
    <message>
        <source>Søg i hjælpen</source>
        <translation>Search the help</translation>
    </message>
</context>
<context>
    <name>ItemView</name>
    <message>
        <source>Belæg</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Bemærkning og anbefaling</source>
        <translation>Remark and recommendation</translation>
    </message>
    <message>
        <source>Din score er gemt på denne computer.</source>
        <translation>Your score is kept on this computer.</translation>
    </message>
    <message>
        <source>Du har ikke vurderet punktet.</source>
        <translation>You have not scored the item.</translation>
    </message>
    <message>
        <source>Gem min score</source>
        <translation>Keep my score</translation>
    </message>
    <message>
        <source>Godkend</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Grænserne er ikke kontrolleret mod manualen.</source>
        <translation>The thresholds are not checked against the manual.</translation>
    </message>
    <message>
        <source>Gør anbefalingen til en opgave</source>
        <translation>Make the recommendation a task</translation>
    </message>
    <message>
        <source>Kan ikke vurderes</source>
        <translation>Cannot be assessed</translation>
    </message>
    <message>
        <source>Komponenter</source>
        <translation>Components</translation>
    </message>
    <message>
        <source>Konsulent</source>
        <translation>Consultant</translation>
    </message>
    <message>
        <source>Kryds giver %1</source>
        <translation>Ticks give %1</translation>
    </message>
    <message>
        <source>Kun til teamet: små tal er ikke skjult.</source>
        <translation>For the team only: small numbers are not hidden.</translation>
    </message>
    <message>
        <source>Måned for måned</source>
        <translation>Month by month</translation>
    </message>
    <message>
        <source>Pr. konsulent</source>
        <translation>Per consultant</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Skriv</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Sådan er tallet fundet</source>
        <translation>How the number was found</translation>
    </message>
    <message>
        <source>Trin</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Trin i udviklingen</source>
        <translation>Steps of the development</translation>
    </message>
    <message>
        <source>Udvikling</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Uge for uge</source>
        <translation>Week by week</translation>
    </message>
    <message>
        <source>Vis rækkerne</source>
        <translation>Show the rows</translation>
    </message>
    <message>
        <source>Værdi</source>
        <translation>Value</translation>
    </message>
</context>
<context>
    <name>KeysTable</name>
    <message>
        <source>Genveje</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Taster</source>
        <translation>Keys</translation>
    </message>
</context>
<context>
    <name>Lease</name>
    <message>
        <source>Alt er her endnu. Kom på kommunens net, på kontoret eller med VPN, og tryk Mød serveren: så åbner journalen.</source>
        <translation>Everything is still here. Get on the municipality's network, at the office or by VPN, and press Meet the server: then the journal opens.</translation>
    </message>
    <message>
        <source>Computeren har ikke fået lov af jobcentrets server til at vise journalen.</source>
        <translation>The jobcentre's server has not allowed this computer to show the journal.</translation>
    </message>
    <message>
        <source>Computerens ur er stillet tilbage</source>
        <translation>The computer's clock has been set back</translation>
    </message>
    <message>
        <source>Computerens ur siger %1, men journalen har været åben så sent som %2. Uret er stillet tilbage.</source>
        <translation>The computer's clock says %1, but the journal has been open as late as %2. The clock has been set back.</translation>
    </message>
    <message>
        <source>Computerens ur siger %1. Er det forkert, så ret uret, og lås op igen.</source>
        <translation>The computer's clock says %1. If that is wrong, set it right, and unlock again.</translation>
    </message>
    <message>
        <source>Gemt uden det, vagten ikke vil have i journalen. Kladden ligger på I dag, når journalen åbner.</source>
        <translation>Kept without what the guard does not want in the journal. The draft is on Today when the journal opens.</translation>
    </message>
    <message>
        <source>Gemt. Kladden ligger på I dag, når journalen åbner.</source>
        <translation>Kept. The draft is on Today when the journal opens.</translation>
    </message>
    <message>
        <source>Journalen kan skrives i, men ikke læses</source>
        <translation>The journal can be written to, but not read</translation>
    </message>
    <message>
        <source>Ret computerens ur, før du skriver. Ellers får det, du skriver nu, et forkert tidspunkt i journalen.</source>
        <translation>Set the computer's clock right before you write. Otherwise what you write now gets a wrong time in the journal.</translation>
    </message>
    <message>
        <source>Serveren gav ikke lov til at læse journalen. Ring til it-support (kode E-24).</source>
        <translation>The server did not allow the journal to be read. Call IT support (code E-24).</translation>
    </message>
    <message>
        <source>Serveren siger, at det er %1, men computerens ur siger %2. Ret uret, og prøv igen.</source>
        <translation>The server says it is %1, but the computer's clock says %2. Set the clock right, and try again.</translation>
    </message>
    <message numerus="yes">
        <source>Siden %1 har computeren ikke mødt jobcentrets server. Efter %n dag(e) uden kontakt vises journalen ikke.</source>
        <translation>
            <numerusform>Since %1 the computer has not met the jobcentre's server. After %n day without contact the journal is not shown.</numerusform>
            <numerusform>Since %1 the computer has not met the jobcentre's server. After %n days without contact the journal is not shown.</numerusform>
        </translation>
    </message>
    <message>
        <source>den %1 kl. %2</source>
        <translation>%1 at %2</translation>
    </message>
</context>
<context>
    <name>LeaseForm</name>
    <message>
        <source>Mød serveren</source>
        <translation>Meet the server</translation>
    </message>
    <message>
        <source>Nyt notat</source>
        <translation>New note</translation>
    </message>
    <message>
        <source>Skriv et notat til senere</source>
        <translation>Write a note for later</translation>
    </message>
    <message>
        <source>Skriv, hvem det handler om, så du kan lægge det på plads. Det gemmes, mens du skriver.</source>
        <translation>Write whom it is about, so that you can put it in its place. It is kept while you write.</translation>
    </message>
    <message>
        <source>Spørger serveren …</source>
        <translation>Asking the server …</translation>
    </message>
</context>
<context>
    <name>ListForm</name>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Kodelister og satser (*.json)</source>
        <translation>Code lists and rates (*.json)</translation>
    </message>
    <message>
        <source>Listen er taget i brug og gælder fra %1.</source>
        <translation>The list is in use and holds from %1.</translation>
    </message>
    <message>
        <source>Satserne er taget i brug og gælder fra %1.</source>
        <translation>The rates are in use and hold from %1.</translation>
    </message>
    <message>
        <source>Vælg kodeliste eller satser</source>
        <translation>Choose a code list or rates</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>En kladde kunne ikke gemmes: disken er fuld eller kan ikke skrives. Teksten er her endnu, i programmets hukommelse. Gør plads, lås op, og luk ikke programmet før da.</source>
        <translation>A draft could not be saved: the disk is full or cannot be written. The text is still here, in the memory of the program. Make room, unlock, and do not close the program before then.</translation>
    </message>
    <message>
        <source>Kladden fra før låsen er gemt nu.</source>
        <translation>The draft from before the lock is saved now.</translation>
    </message>
</context>
<context>
    <name>Markers</name>
    <message numerus="yes">
        <source>%n markør(er) passer ikke med forløbet.</source>
        <translation>
            <numerusform>%n marker does not fit the course.</numerusform>
            <numerusform>%n markers do not fit the course.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ingen af dine kandidater skal have en markør endnu.</source>
        <translation>None of your candidates is to have a marker yet.</translation>
    </message>
    <message>
        <source>Markører</source>
        <translation>Markers</translation>
    </message>
    <message>
        <source>Mellemrum: markøren står sådan i fagsystemet. Enter: ret den.</source>
        <translation>Space: the marker stands like this in the case system. Enter: correct it.</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>STAR's markører</source>
        <translation>STAR's markers</translation>
    </message>
    <message>
        <source>Set efter i fagsystemet i dag.</source>
        <translation>Checked in the case system today.</translation>
    </message>
    <message>
        <source>set efter %1</source>
        <translation>checked %1</translation>
    </message>
</context>
<context>
    <name>Member</name>
    <message>
        <source>Aftalt om job</source>
        <translation>Agreed about work</translation>
    </message>
    <message>
        <source>Gør »Hvem gør hvad« til en opgave</source>
        <translation>Make “Who does what” a task</translation>
    </message>
    <message>
        <source>Hensyn i arbejdet, og hvilke uger</source>
        <translation>Considerations at work, and which weeks</translation>
    </message>
    <message>
        <source>Hvem gør hvad</source>
        <translation>Who does what</translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message>
        <source>Det, der kunne læses, er reddet</source>
        <translation>What could be read is saved</translation>
    </message>
    <message>
        <source>Gå til oplåsning</source>
        <translation>Go to unlock</translation>
    </message>
    <message>
        <source>Kopien er lagt tilbage</source>
        <translation>The copy is put back</translation>
    </message>
    <message>
        <source>Læg en kopi tilbage</source>
        <translation>Put a copy back</translation>
    </message>
    <message>
        <source>Red det, der kan læses</source>
        <translation>Save what can be read</translation>
    </message>
</context>
<context>
    <name>Misfiled</name>
    <message>
        <source>Den rette kandidat</source>
        <translation>The right candidate</translation>
    </message>
    <message>
        <source>Flyt notatet</source>
        <translation>Move the note</translation>
    </message>
    <message>
        <source>Notatet er flyttet til den rette sag.</source>
        <translation>The note has been moved to the right case.</translation>
    </message>
    <message>
        <source>Notatet flyttes med alle versioner. Her bliver en tom plads med en bemærkning, uden tekst og uden navn. Begge dele står i adgangsloggen. Er notatet ført i fagsystemet, skal det også flyttes dér.</source>
        <translation>The note moves with all its versions. An empty place with a remark stays here, without text and without a name. Both stand in the access log. A note that stands in the case system must be moved there too.</translation>
    </message>
    <message>
        <source>Notatet hører til en anden</source>
        <translation>The note is another's</translation>
    </message>
    <message>
        <source>Notatet kan ikke flyttes. Det er flyttet eller rettet.</source>
        <translation>The note cannot be moved. It has been moved or corrected.</translation>
    </message>
    <message>
        <source>Vagten standser noget i notatet. Ret det først, og flyt det så.</source>
        <translation>The guard stops something in the note. Correct it first, and then move it.</translation>
    </message>
    <message>
        <source>Vælg en kandidat.</source>
        <translation>Choose a candidate.</translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message numerus="yes">
        <source>%n aftale(r)</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n til</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Måned</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>fre</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>lør</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>man</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>ons</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>søn</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>tir</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>tor</source>
        <translation>Thu</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>Computeren er ikke meldt til jobcentret endnu.</source>
        <translation>The computer is not enrolled with the jobcenter yet.</translation>
    </message>
    <message>
        <source>Computeren er ikke sat op til et jobcenter endnu.</source>
        <translation>The computer is not set up for a jobcenter yet.</translation>
    </message>
    <message>
        <source>Computeren kan ikke se, om nettet er kommunens, så intet er sendt. Kontakt it-support.</source>
        <translation>The computer cannot see whether the network is the municipality's, so nothing was sent. Contact IT support.</translation>
    </message>
    <message>
        <source>Computerens ur går forkert. Stil det, og prøv igen.</source>
        <translation>The computer's clock is wrong. Set it, and try again.</translation>
    </message>
    <message>
        <source>Der kan ikke sendes over VPN. Alt bliver gemt her og sendes, når du er på kommunens net.</source>
        <translation>Nothing can be sent over VPN. Everything is kept here and sent when you are on the municipality's network.</translation>
    </message>
    <message>
        <source>Der kan kun sendes fra kommunens net eller VPN.</source>
        <translation>Sending is possible only from the municipal network or VPN.</translation>
    </message>
    <message>
        <source>Du er ikke på kommunens net. Alt bliver gemt her og sendes, når du er tilbage.</source>
        <translation>You are not on the municipal network. Everything is kept here and sent when you are back.</translation>
    </message>
    <message>
        <source>Kommunens net er ikke i nærheden.</source>
        <translation>The municipal network is not near.</translation>
    </message>
    <message>
        <source>Kommunens proxy lader ikke forbindelsen til serveren slippe igennem. Kontakt it-support.</source>
        <translation>The municipality's proxy does not let the connection to the server through. Contact IT support.</translation>
    </message>
    <message>
        <source>Nettet her er ikke kommunens. Alt bliver gemt her og sendes, når du er tilbage.</source>
        <translation>The network here is not the municipality's. Everything is kept here and sent when you are back.</translation>
    </message>
    <message>
        <source>Nettet her svarer i kommunens navn, men er det ikke. Intet er sendt.</source>
        <translation>The network here answers in the municipality's name but is not it. Nothing was sent.</translation>
    </message>
    <message>
        <source>Nettet her vil have dig til at logge på først.</source>
        <translation>The network here wants you to log on first.</translation>
    </message>
    <message>
        <source>Nettet kigger med i forbindelsen, så intet er sendt. Bed it om en undtagelse for serveren.</source>
        <translation>The network reads along in the connection, so nothing was sent. Ask IT for an exemption for the server.</translation>
    </message>
    <message>
        <source>Serveren er ikke den, computeren er meldt til. Intet er sendt.</source>
        <translation>The server is not the one this computer is enrolled with. Nothing was sent.</translation>
    </message>
    <message>
        <source>Serveren kunne ikke vise, at den er jobcentrets. Intet er sendt.</source>
        <translation>The server could not show that it is the jobcenter's. Nothing was sent.</translation>
    </message>
    <message>
        <source>Serverens certifikat er udløbet, så intet er sendt. It-support skal forny det.</source>
        <translation>The server's certificate has expired, so nothing was sent. IT support must renew it.</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message numerus="yes">
        <source>%n sted(er) at overveje: skriv om, eller vælg Behold.</source>
        <translation>
            <numerusform>%n place to consider: rewrite it, or choose Keep.</numerusform>
            <numerusform>%n places to consider: rewrite them, or choose Keep.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sted(er) at skrive om. Din it-afdeling har slået Behold fra.</source>
        <translation>
            <numerusform>%n place to rewrite. Your IT department has switched Keep off.</numerusform>
            <numerusform>%n places to rewrite. Your IT department has switched Keep off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sted(er) beholdt som hverdagssprog.</source>
        <translation>
            <numerusform>%n place kept as everyday language.</numerusform>
            <numerusform>%n places kept as everyday language.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop skal løses, før notatet kan føres i journalen.</source>
        <translation>
            <numerusform>%n stop must be solved before this note can be entered.</numerusform>
            <numerusform>%n stops must be solved before this note can be entered.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Arbejdsgiver</source>
        <translation>&amp;Employer</translation>
    </message>
    <message>
        <source>&amp;Jobsøgning</source>
        <translation>&amp;Job search</translation>
    </message>
    <message>
        <source>&amp;Opfølgning</source>
        <translation>&amp;Follow-up</translation>
    </message>
    <message>
        <source>&amp;Samtale</source>
        <translation>&amp;Conversation</translation>
    </message>
    <message>
        <source>Aftaler</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Arbejdsgiveren</source>
        <translation>The employer</translation>
    </message>
    <message>
        <source>Brug forslaget</source>
        <translation>Use suggestion</translation>
    </message>
    <message>
        <source>Det er et navn, produkt eller sted</source>
        <translation>It is a name, product or place</translation>
    </message>
    <message>
        <source>Egen observation</source>
        <translation>Own observation</translation>
    </message>
    <message>
        <source>En myndighed</source>
        <translation>An authority</translation>
    </message>
    <message>
        <source>Et &amp;navn</source>
        <translation>A &amp;name</translation>
    </message>
    <message>
        <source>Et &amp;produkt</source>
        <translation>A &amp;product</translation>
    </message>
    <message>
        <source>Et &amp;sted</source>
        <translation>A pl&amp;ace</translation>
    </message>
    <message>
        <source>Et notat i journalen ændres ikke. Det kan rettes med et nyt.</source>
        <translation>A note in the journal is not changed. It can be corrected with a new one.</translation>
    </message>
    <message>
        <source>Et offentligt sted</source>
        <translation>A public place</translation>
    </message>
    <message>
        <source>Frigiv – navn, produkt eller sted</source>
        <translation>Release – a name, product or place</translation>
    </message>
    <message>
        <source>Før i journalen</source>
        <translation>Enter in journal</translation>
    </message>
    <message>
        <source>Fører i journalen …</source>
        <translation>Entering in journal …</translation>
    </message>
    <message>
        <source>Gem redningskopi i en anden mappe …</source>
        <translation>Save a rescue copy in another folder …</translation>
    </message>
    <message>
        <source>Gemmer …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Gemmes, mens du skriver</source>
        <translation>Saved while you write</translation>
    </message>
    <message>
        <source>Gemt på denne computer kl. {time}</source>
        <translation>Saved on this computer at {time}</translation>
    </message>
    <message>
        <source>Genskabt kladde fra {when}</source>
        <translation>Restored draft from {when}</translation>
    </message>
    <message>
        <source>Hjemme hos kandidaten</source>
        <translation>At the candidate's home</translation>
    </message>
    <message>
        <source>Hvad er ordene?</source>
        <translation>What are the words?</translation>
    </message>
    <message>
        <source>Hvad skete der?</source>
        <translation>What happened?</translation>
    </message>
    <message>
        <source>I stedet: lad det udgå.</source>
        <translation>Instead: leave it out.</translation>
    </message>
    <message>
        <source>IKKE gemt i journalen endnu. En krypteret redningskopi fra kl. {time} ligger i den mappe, du valgte. Der prøves igen af sig selv.</source>
        <translation>NOT saved in the journal yet. An encrypted rescue copy from {time} is in the folder you chose. Feltjournal tries again by itself.</translation>
    </message>
    <message>
        <source>IKKE gemt: disken er fuld. Teksten står stadig her, og der prøves igen. Gem en krypteret redningskopi i en anden mappe, før du lukker.</source>
        <translation>NOT saved: the disk is full. Your text is still here, and Feltjournal tries again. Save an encrypted rescue copy in another folder before you close.</translation>
    </message>
    <message>
        <source>Ikke angivet</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>Indsat tekst: ingen bemærkninger</source>
        <translation>Pasted text: nothing to note</translation>
    </message>
    <message>
        <source>Jobcentret</source>
        <translation>The jobcenter</translation>
    </message>
    <message>
        <source>Kan ikke gemme</source>
        <translation>Cannot save</translation>
    </message>
    <message>
        <source>Kan ikke gemme. Teksten står stadig her. Kopiér den, før du lukker.</source>
        <translation>Cannot save. Your text is still here. Copy it before you close.</translation>
    </message>
    <message>
        <source>Kandidaten</source>
        <translation>The candidate</translation>
    </message>
    <message>
        <source>Kandidaten findes ikke længere på denne computer. Kladden er gemt.</source>
        <translation>The candidate is no longer on this computer. The draft is saved.</translation>
    </message>
    <message>
        <source>Kandidatens eget syn</source>
        <translation>The candidate's own view</translation>
    </message>
    <message>
        <source>Klinikken</source>
        <translation>The clinic</translation>
    </message>
    <message>
        <source>Kun en teamleder kan frigive ordene. Skriv uden dem nu, og bed teamlederen skrive dem i et notat og trykke Frigiv.</source>
        <translation>Only a team leader can release the words. Write without them now, and ask the team leader to write them in a note and press Release.</translation>
    </message>
    <message>
        <source>Læg til side</source>
        <translation>Put aside</translation>
    </message>
    <message>
        <source>Min vurdering</source>
        <translation>My assessment</translation>
    </message>
    <message>
        <source>Notatet er allerede rettet. Åbn den nyeste udgave, og ret den.</source>
        <translation>The note has already been corrected. Open the newest version, and correct that.</translation>
    </message>
    <message>
        <source>Næste sted at udfylde</source>
        <translation>Next place to fill in</translation>
    </message>
    <message>
        <source>Næste sted fra vagten</source>
        <translation>Next place from the guard</translation>
    </message>
    <message>
        <source>Ordene er frigivet for hele jobcentret. Kun et aftryk af dem er gemt.</source>
        <translation>The words are released for the whole jobcenter. Only a digest of them is kept.</translation>
    </message>
    <message>
        <source>Overskrift</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>Overskriften kan højst være {n} tegn.</source>
        <translation>The heading can be at most {n} characters.</translation>
    </message>
    <message>
        <source>Ret næste ord</source>
        <translation>Correct next word</translation>
    </message>
    <message>
        <source>Samtykket til, at klinikken fortæller, er trukket tilbage eller udløbet. Skriv kun, hvad du har fra andre.</source>
        <translation>The permission for the clinic to tell has been withdrawn or has run out. Write only what you have from others.</translation>
    </message>
    <message>
        <source>Skabeloner</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>Skift feltgruppe</source>
        <translation>Change group of fields</translation>
    </message>
    <message>
        <source>Skriv dag og klokkeslæt.</source>
        <translation>Type a day and a time.</translation>
    </message>
    <message>
        <source>Skriv dine egne ord i stedet for {gap}.</source>
        <translation>Write your own words instead of {gap}.</translation>
    </message>
    <message>
        <source>Skriv en overskrift på mindst {n} tegn.</source>
        <translation>Write a heading of at least {n} characters.</translation>
    </message>
    <message>
        <source>Skriv først. Resten kan rettes bagefter.</source>
        <translation>Write first. The rest can be put right afterwards.</translation>
    </message>
    <message>
        <source>Skriv, hvad der skete, eller hvad I aftalte.</source>
        <translation>Write what happened, or what you agreed.</translation>
    </message>
    <message>
        <source>Teksten er for lang. Der er plads til {n} tegn.</source>
        <translation>The text is too long. There is room for {n} characters.</translation>
    </message>
    <message>
        <source>Telefon eller video</source>
        <translation>Phone or video</translation>
    </message>
    <message>
        <source>Tidspunktet ligger i fremtiden. Et notat handler om det, der er sket.</source>
        <translation>That time is in the future. A note is about what has happened.</translation>
    </message>
    <message>
        <source>Uddannelsesstedet</source>
        <translation>The place of education</translation>
    </message>
    <message>
        <source>Undervejs</source>
        <translation>On the way</translation>
    </message>
    <message>
        <source>Vagten læser …</source>
        <translation>The guard is reading …</translation>
    </message>
    <message>
        <source>Varigheden skal være mellem 0 minutter og et døgn.</source>
        <translation>The duration must be between 0 minutes and one day.</translation>
    </message>
    <message>
        <source>Virksomheden</source>
        <translation>The company</translation>
    </message>
    <message>
        <source>Vælg den kandidat, notatet handler om.</source>
        <translation>Choose the candidate this note is about.</translation>
    </message>
    <message>
        <source>lad det udgå</source>
        <translation>leave it out</translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>Der er plads til {room} tegn. Med det indsatte bliver det {length}. Intet er indsat.</source>
        <translation>There is room for {room} characters. With what was pasted it would be {length}. Nothing was pasted.</translation>
    </message>
    <message>
        <source>Filer kan ikke lægges i et notat. Åbn filen, og skriv det vigtige med egne ord.</source>
        <translation>Files cannot be put in a note. Open the file, and write what matters in your own words.</translation>
    </message>
</context>
<context>
    <name>NoteWindow</name>
    <message>
        <source>Bed myndigheden indhente oplysninger</source>
        <translation>Ask the authority to obtain information</translation>
    </message>
    <message>
        <source>F4 går til næste sted. Det, vagten stopper, gemmes heller ikke i kladden.</source>
        <translation>F4 goes to the next place. What the guard stops is not kept in the draft either.</translation>
    </message>
    <message>
        <source>Ført i journalen. Gemt her, sendes på kommunens net.</source>
        <translation>Entered in journal. Saved here, will be sent on the municipal network.</translation>
    </message>
    <message>
        <source>Nyt notat</source>
        <translation>New note</translation>
    </message>
    <message>
        <source>Opgaven »Bed myndigheden indhente oplysninger« står under I dag. Intet af teksten er med.</source>
        <translation>The task “Ask the authority to obtain information” is under Today. Nothing of the text goes with it.</translation>
    </message>
    <message>
        <source>Ret notat</source>
        <translation>Correct note</translation>
    </message>
    <message>
        <source>Tilføjelse til »%1« af %2:</source>
        <translation>Addition to “%1” of %2:</translation>
    </message>
    <message>
        <source>Tilføjelse: %1</source>
        <translation>Addition: %1</translation>
    </message>
    <message>
        <source>Udfyld %1, eller slet det.</source>
        <translation>Fill in %1, or delete it.</translation>
    </message>
    <message>
        <source>Vælg kandidaten først. Så laves opgaven på den rigtige sag.</source>
        <translation>Choose the candidate first, so that the task is made on the right case.</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 dage</source>
        <translation>%1 days</translation>
    </message>
    <message>
        <source>%1 om måneden</source>
        <translation>%1 a month</translation>
    </message>
    <message>
        <source>%1 om ugen</source>
        <translation>%1 a week</translation>
    </message>
</context>
<context>
    <name>OldNote</name>
    <message>
        <source>Sådan står notatet nu</source>
        <translation>This is how the note reads now</translation>
    </message>
    <message>
        <source>skrevet {when}</source>
        <translation>written {when}</translation>
    </message>
</context>
<context>
    <name>OnBehalf</name>
    <message>
        <source>%1 er fjernet.</source>
        <translation>%1 has been removed.</translation>
    </message>
    <message>
        <source>%1 er tilføjet.</source>
        <translation>%1 has been added.</translation>
    </message>
    <message>
        <source>Fjern %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>Kan udelades</source>
        <translation>Can be left out</translation>
    </message>
</context>
<context>
    <name>Openness</name>
    <message>
        <source>Aftale om åbenhed</source>
        <translation>Agreement on openness</translation>
    </message>
    <message>
        <source>Aftalen er trukket tilbage. Intet må siges efter den.</source>
        <translation>The agreement is withdrawn. Nothing may be said on its strength.</translation>
    </message>
    <message>
        <source>Aftalen om åbenhed er gemt.</source>
        <translation>The agreement on openness is saved.</translation>
    </message>
    <message>
        <source>Alle arbejdsgivere</source>
        <translation>All employers</translation>
    </message>
    <message>
        <source>Det er ikke noteret, at åbenhed er frivillig.</source>
        <translation>It is not noted that openness is voluntary.</translation>
    </message>
    <message>
        <source>Din rolle kaldes</source>
        <translation>Your role is called</translation>
    </message>
    <message>
        <source>For eksempel: jobkonsulent fra kommunen</source>
        <translation>For example: job consultant from the municipality</translation>
    </message>
    <message>
        <source>Fordele</source>
        <translation>Pros</translation>
    </message>
    <message>
        <source>Fordele ved at sige det</source>
        <translation>Pros of telling</translation>
    </message>
    <message>
        <source>Gem aftalen</source>
        <translation>Save the agreement</translation>
    </message>
    <message>
        <source>Gælder hos</source>
        <translation>Holds at</translation>
    </message>
    <message>
        <source>Hvad din rolle kaldes der</source>
        <translation>What your role is called there</translation>
    </message>
    <message>
        <source>Hvem fortæller</source>
        <translation>Who tells</translation>
    </message>
    <message>
        <source>Intet er aftalt: så må intet siges om kandidaten.</source>
        <translation>Nothing is agreed: so nothing may be said about the candidate.</translation>
    </message>
    <message>
        <source>Jeg har forklaret, at åbenhed altid er frivillig</source>
        <translation>I have explained that openness is always voluntary</translation>
    </message>
    <message>
        <source>Kandidaten ønsker ordene i journalen</source>
        <translation>The candidate wants the words in the journal</translation>
    </message>
    <message>
        <source>Kandidatens egne ord til arbejdsgiveren. Kun her må en sygdom nævnes ved navn, når kandidaten ønsker det.</source>
        <translation>The candidate's own words to the employer. Only here may an illness be named, when the candidate wants it.</translation>
    </message>
    <message>
        <source>Må aldrig siges</source>
        <translation>Must never be said</translation>
    </message>
    <message>
        <source>Må siges, ord for ord</source>
        <translation>May be said, word for word</translation>
    </message>
    <message>
        <source>Ny aftale om åbenhed</source>
        <translation>New agreement on openness</translation>
    </message>
    <message>
        <source>Nævner ordene en sygdom, bliver de ellers på denne computer.</source>
        <translation>Words that name an illness stay on this computer otherwise.</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ret aftalen</source>
        <translation>Change the agreement</translation>
    </message>
    <message>
        <source>Samtalen om åbenhed er noteret i dag.</source>
        <translation>The talk about openness is noted for today.</translation>
    </message>
    <message>
        <source>Tal om det mere end én gang: ønsker skifter med jobbet.</source>
        <translation>Talk about it more than once: wishes change with the job.</translation>
    </message>
    <message>
        <source>Talt om</source>
        <translation>Talked about</translation>
    </message>
    <message>
        <source>Talt om igen i dag</source>
        <translation>Talked about again today</translation>
    </message>
    <message>
        <source>Til hvem</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>Træk tilbage</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Ulemper</source>
        <translation>Cons</translation>
    </message>
    <message>
        <source>Ulemper ved at sige det</source>
        <translation>Cons of telling</translation>
    </message>
    <message>
        <source>Valg</source>
        <translation>Choice</translation>
    </message>
    <message>
        <source>gælder fra %1</source>
        <translation>holds from %1</translation>
    </message>
    <message>
        <source>trukket tilbage %1</source>
        <translation>withdrawn %1</translation>
    </message>
</context>
<context>
    <name>Pair</name>
    <message>
        <source>Brug den tredje</source>
        <translation>Use the third</translation>
    </message>
    <message>
        <source>Eller skriv en tredje udgave</source>
        <translation>Or write a third version</translation>
    </message>
    <message>
        <source>Skriv udgaven først.</source>
        <translation>Write the version first.</translation>
    </message>
    <message>
        <source>Tredje udgave</source>
        <translation>Third version</translation>
    </message>
    <message>
        <source>Vagten lader ikke teksten komme med. Skriv den om.</source>
        <translation>The guard does not let the text in. Rephrase it.</translation>
    </message>
    <message>
        <source>Vælg denne</source>
        <translation>Choose this one</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n fundet</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>1 måned</source>
        <translation>1 month</translation>
    </message>
    <message>
        <source>1 år</source>
        <translation>1 year</translation>
    </message>
    <message>
        <source>7 dage</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>Altid</source>
        <translation>Always</translation>
    </message>
    <message>
        <source>Arbejdsgiver</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>Arbejdsgivere</source>
        <translation>Employers</translation>
    </message>
    <message>
        <source>Arbejdsgiverkontakt</source>
        <translation>Employer contact</translation>
    </message>
    <message>
        <source>Arbejdsgiverkontakter</source>
        <translation>Employer contacts</translation>
    </message>
    <message>
        <source>DE FØRSTE %1</source>
        <translation>THE FIRST %1</translation>
    </message>
    <message>
        <source>Find alt</source>
        <translation>Find anything</translation>
    </message>
    <message>
        <source>Find kandidater, arbejdsgivere, notater og handlinger</source>
        <translation>Find candidates, employers, notes and actions</translation>
    </message>
    <message>
        <source>Fundet</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Handlinger</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Hvornår</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Ikke sendt</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>Intet fundet</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Kandidat</source>
        <translation>Candidate</translation>
    </message>
    <message>
        <source>Kandidater</source>
        <translation>Candidates</translation>
    </message>
    <message>
        <source>Notat</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Notater</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Seneste notater</source>
        <translation>Latest notes</translation>
    </message>
    <message>
        <source>luk</source>
        <translation>close</translation>
    </message>
    <message>
        <source>tidsrum</source>
        <translation>period</translation>
    </message>
    <message>
        <source>vælg</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>åbn</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Caps Lock er slået til.</source>
        <translation>Caps Lock is on.</translation>
    </message>
</context>
<context>
    <name>PassphraseLine</name>
    <message>
        <source>Skjul adgangskode</source>
        <translation>Hide passphrase</translation>
    </message>
    <message>
        <source>Vis adgangskode</source>
        <translation>Show passphrase</translation>
    </message>
</context>
<context>
    <name>PastJobs</name>
    <message>
        <source>Arbejdsgiver</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>Det gode</source>
        <translation>What was good</translation>
    </message>
    <message>
        <source>Det svære</source>
        <translation>What was hard</translation>
    </message>
    <message>
        <source>Det tidligere job er gemt.</source>
        <translation>The earlier job is saved.</translation>
    </message>
    <message>
        <source>Fire cifre; kan udelades</source>
        <translation>Four digits; may be left out</translation>
    </message>
    <message>
        <source>Fra</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Godt: %1</source>
        <translation>Good: %1</translation>
    </message>
    <message>
        <source>Hvorfor det sluttede</source>
        <translation>Why it ended</translation>
    </message>
    <message>
        <source>Jobtype (DISCO-08)</source>
        <translation>Job type (DISCO-08)</translation>
    </message>
    <message>
        <source>Lært af jobbet</source>
        <translation>Learned from the job</translation>
    </message>
    <message>
        <source>Lært: %1</source>
        <translation>Learned: %1</translation>
    </message>
    <message>
        <source>Opgaver</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ret tidligere job</source>
        <translation>Change an earlier job</translation>
    </message>
    <message>
        <source>Skrevet ved en fejl: vis det ikke mere</source>
        <translation>Written by mistake: show it no more</translation>
    </message>
    <message>
        <source>Stilling</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Svært: %1</source>
        <translation>Hard: %1</translation>
    </message>
    <message>
        <source>Tidligere job</source>
        <translation>Earlier job</translation>
    </message>
    <message>
        <source>Til</source>
        <translation>To</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message numerus="yes">
        <source>%n fundet.</source>
        <translation>
            <numerusform>%n found.</numerusform>
            <numerusform>%n found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Arbejdssted</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>De to linjer er én nu. Det kan fortrydes under Steder og personer.</source>
        <translation>The two entries are one now. That can be taken back under Places and people.</translation>
    </message>
    <message>
        <source>Den anden linje</source>
        <translation>The other entry</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Gemt her og sendes på kommunens net.</source>
        <translation>Saved here and will be sent on the municipal network.</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Navn på stedet</source>
        <translation>Name of the place</translation>
    </message>
    <message>
        <source>P-nummer</source>
        <translation>P number</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Slå sammen</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Stilling</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Vælg en arbejdsgiver i listen.</source>
        <translation>Choose an employer in the list.</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>Arbejdssteder</source>
        <translation>Workplaces</translation>
    </message>
    <message>
        <source>Ingen andre linjer er slået sammen med denne.</source>
        <translation>No other entries are merged with this one.</translation>
    </message>
    <message>
        <source>Ingen endnu.</source>
        <translation>None yet.</translation>
    </message>
    <message>
        <source>Kun hovedadressen.</source>
        <translation>Only the main address.</translation>
    </message>
    <message>
        <source>Ny person</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Nyt arbejdssted</source>
        <translation>New workplace</translation>
    </message>
    <message>
        <source>Personer</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Samme arbejdsgiver</source>
        <translation>The same employer</translation>
    </message>
    <message>
        <source>Skil ad igen</source>
        <translation>Part them again</translation>
    </message>
    <message>
        <source>Slå en anden linje sammen med denne</source>
        <translation>Merge another entry with this one</translation>
    </message>
    <message>
        <source>Steder og personer</source>
        <translation>Places and people</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>CPR-nummer</source>
        <translation>CPR number</translation>
    </message>
    <message>
        <source>Den skrives i adgangsloggen.</source>
        <translation>It is written in the access log.</translation>
    </message>
    <message>
        <source>Fase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Grund</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Hvorfor åbner du sagen</source>
        <translation>Why do you open the case</translation>
    </message>
    <message>
        <source>Kandidaten er gemt her og sendes på kommunens net.</source>
        <translation>The candidate is saved here and will be sent on the municipal network.</translation>
    </message>
    <message>
        <source>Kontakt helst ved</source>
        <translation>Contact preferably by</translation>
    </message>
    <message>
        <source>Kontaktperson på klinikken</source>
        <translation>Contact person at the clinic</translation>
    </message>
    <message>
        <source>Myndighedssagsbehandler</source>
        <translation>Case officer</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ny kandidat</source>
        <translation>New candidate</translation>
    </message>
    <message>
        <source>Ret kandidaten</source>
        <translation>Edit the candidate</translation>
    </message>
    <message>
        <source>Sagsnummer</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Ti cifre. Vises kun, når du beder om det.</source>
        <translation>Ten digits. Shown only when you ask for it.</translation>
    </message>
    <message>
        <source>Tolk, sprog</source>
        <translation>Interpreter, language</translation>
    </message>
    <message>
        <source>Tom, hvis der ikke er brug for tolk.</source>
        <translation>Empty if no interpreter is needed.</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Åbenhed: hvad er aftalt</source>
        <translation>Disclosure: what is agreed</translation>
    </message>
    <message>
        <source>Åbn sagen</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>Ønsker: område</source>
        <translation>Wishes: field</translation>
    </message>
    <message>
        <source>Ønsker: timer</source>
        <translation>Wishes: hours</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>Fra %1 kr. uden timer til %2 kr. ved %3 timer om ugen.</source>
        <translation>From %1 kr. without hours to %2 kr. at %3 hours a week.</translation>
    </message>
    <message>
        <source>Kurve: løn og ydelse i alt efter timer om ugen</source>
        <translation>Curve: wage and benefit in all by hours a week</translation>
    </message>
    <message>
        <source>i alt</source>
        <translation>in all</translation>
    </message>
    <message>
        <source>ydelse</source>
        <translation>benefit</translation>
    </message>
</context>
<context>
    <name>PlotCard</name>
    <message>
        <source>Kopiér tal</source>
        <translation>Copy numbers</translation>
    </message>
    <message>
        <source>Tallene er kopieret.</source>
        <translation>The numbers are copied.</translation>
    </message>
    <message>
        <source>Udskriv</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Vis som graf</source>
        <translation>Show as plot</translation>
    </message>
    <message>
        <source>Vis som tabel</source>
        <translation>Show as table</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>%1: indstillingerne er ændret, og journalen er låst. Alt er gemt.</source>
        <translation>%1: the settings have changed, and the journal is locked. Everything is saved.</translation>
    </message>
    <message>
        <source>Dig</source>
        <translation>You</translation>
    </message>
    <message>
        <source>En politik kan ikke følges, så det strengere gælder: %1. Sig det til it-afdelingen.</source>
        <translation>A policy cannot be followed, so the stricter side holds: %1. Tell your IT department.</translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Installationen</source>
        <translation>The installation</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Politik for brugeren</source>
        <translation>Policy for the user</translation>
    </message>
    <message>
        <source>Politik for computeren</source>
        <translation>Policy for the computer</translation>
    </message>
    <message>
        <source>Politik med fejl: det strengere gælder</source>
        <translation>Policy with a fault: the stricter side holds</translation>
    </message>
    <message>
        <source>Programmet</source>
        <translation>The program</translation>
    </message>
    <message>
        <source>Styres af %1</source>
        <translation>Managed by %1</translation>
    </message>
    <message>
        <source>Styres af din it-afdeling</source>
        <translation>Managed by your IT department</translation>
    </message>
</context>
<context>
    <name>PolicyDialog</name>
    <message>
        <source>Bestemt af</source>
        <translation>Decided by</translation>
    </message>
    <message>
        <source>Gælder nu</source>
        <translation>Holds now</translation>
    </message>
    <message>
        <source>Hvad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Ingen politik er sat på denne computer. Det, programmet selv bringer, gælder.</source>
        <translation>No policy is set on this computer. What the program brings itself holds.</translation>
    </message>
    <message>
        <source>Politik</source>
        <translation>Policy</translation>
    </message>
</context>
<context>
    <name>PreparedForm</name>
    <message>
        <source>Din it-afdeling har gjort computeren klar til %1.</source>
        <translation>Your IT department has made this computer ready for %1.</translation>
    </message>
    <message>
        <source>Du kan godt begynde. Computeren prøver igen, hver gang du låser op på kommunens net.</source>
        <translation>You can begin. The computer tries again each time you unlock on the municipality's network.</translation>
    </message>
    <message>
        <source>Gå til journalen</source>
        <translation>Go to the journal</translation>
    </message>
    <message>
        <source>Prøv igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Tilmelder computeren …</source>
        <translation>Enrolling the computer …</translation>
    </message>
</context>
<context>
    <name>PrintWindow</name>
    <message numerus="yes">
        <source>%n side(r) at se</source>
        <translation>
            <numerusform>%n page to look at</numerusform>
            <numerusform>%n pages to look at</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Sider</source>
        <translation>&amp;Pages</translation>
    </message>
    <message>
        <source>&amp;Tekst</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;Udskriv</source>
        <translation>&amp;Print</translation>
    </message>
    <message>
        <source>Besøgsliste for de næste 14 dage</source>
        <translation>Visits of the next 14 days</translation>
    </message>
    <message>
        <source>Der er ingen kandidat at udskrive om endnu.</source>
        <translation>There is no candidate to print about yet.</translation>
    </message>
    <message>
        <source>Det kan ikke udskrives.</source>
        <translation>It cannot be printed.</translation>
    </message>
    <message>
        <source>Hvad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Jobsøgningsplan til kandidaten</source>
        <translation>Job search plan for the candidate</translation>
    </message>
    <message>
        <source>Kandidat</source>
        <translation>Candidate</translation>
    </message>
    <message>
        <source>Kommunen har slået udskrift fra.</source>
        <translation>The municipality has turned printing off.</translation>
    </message>
    <message>
        <source>Måned</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Månedens tal</source>
        <translation>Figures of the month</translation>
    </message>
    <message>
        <source>Nogle af jobcentrets sager ligger kun hos kolleger. Brug udtrækket fra kommunens server.</source>
        <translation>Some of the jobcenter's cases are with colleagues alone. Use the export from the municipality's server.</translation>
    </message>
    <message>
        <source>Sendt til printeren. Det står i loggen over eksporter.</source>
        <translation>Sent to the printer. It stands in the log of exports.</translation>
    </message>
    <message>
        <source>Side %1 af %2. Vælg Tekst for at læse den.</source>
        <translation>Page %1 of %2. Choose Text to read it.</translation>
    </message>
    <message>
        <source>Siderne</source>
        <translation>The pages</translation>
    </message>
    <message>
        <source>Status til sagsbehandler</source>
        <translation>Status to the caseworker</translation>
    </message>
    <message>
        <source>Tallene for perioden eller en del af den er udleveret før, og siden er der kommet rækker til. Brug filen fra dengang.</source>
        <translation>The figures of the period or a part of it have left before, and rows have come since. Use the file of then.</translation>
    </message>
    <message>
        <source>Udskriv</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Vis som</source>
        <translation>Show as</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Grafen er udskrevet og står i loggen.</source>
        <translation>The plot is printed and stands in the log.</translation>
    </message>
    <message>
        <source>Grafen kan ikke udskrives dér. Vælg en anden printer.</source>
        <translation>The plot cannot be printed there. Choose another printer.</translation>
    </message>
    <message>
        <source>Kommunen har slået udskrift fra.</source>
        <translation>The municipality has turned printing off.</translation>
    </message>
    <message>
        <source>Kun til teamet: små tal er ikke skjult.</source>
        <translation>For the team only: small numbers are not hidden.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Lås journalen</source>
        <translation>Lock the journal</translation>
    </message>
    <message>
        <source>Sider</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>De seneste ændringer, fra før computeren gik ned, kan ikke vises her. De er der endnu.</source>
        <translation>The latest changes, from before the computer went down, cannot be shown here. They are still there.</translation>
    </message>
    <message>
        <source>Ingen notater.</source>
        <translation>No notes.</translation>
    </message>
    <message>
        <source>Journalens mappe kan ikke skrives i. Her kan du læse, men ikke gemme, og det skrives ikke i sagens log, hvad du læser. Ring til it-support (kode E-16).</source>
        <translation>The journal's folder cannot be written to. Here you can read but not save, and what you read is not written in the case's log. Call IT support (code E-16).</translation>
    </message>
    <message>
        <source>Kandidater</source>
        <translation>Candidates</translation>
    </message>
    <message>
        <source>Notater</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Vælg en kandidat.</source>
        <translation>Choose a candidate.</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>%1 kommer ved næste synkronisering og er væk igen efter i morgen. Grunden står i kommunens log.</source>
        <translation>%1 comes with the next synchronisation and is gone again after tomorrow. The reason is written in the municipality's log.</translation>
    </message>
    <message>
        <source>Anmodning om aktindsigt</source>
        <translation>Request for access to documents</translation>
    </message>
    <message>
        <source>Bed om sagen</source>
        <translation>Ask for the case</translation>
    </message>
    <message>
        <source>Du kan læse sagen til %1. Den hentes nu.</source>
        <translation>You may read the case until %1. It is being fetched now.</translation>
    </message>
    <message>
        <source>Faglig sparring med konsulenten</source>
        <translation>Supervision of the consultant</translation>
    </message>
    <message>
        <source>Grund</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Klage over sagen</source>
        <translation>Complaint about the case</translation>
    </message>
    <message>
        <source>Konsulenten er fraværende</source>
        <translation>The consultant is away</translation>
    </message>
    <message>
        <source>Læs en kollegas sag</source>
        <translation>Read a colleague's case</translation>
    </message>
    <message>
        <source>Sagen</source>
        <translation>The case</translation>
    </message>
    <message>
        <source>Serveren kan ikke spørges nu. Prøv igen på kommunens net.</source>
        <translation>The server cannot be asked now. Try again on the municipality's network.</translation>
    </message>
    <message>
        <source>Tilsyn eller kvalitetskontrol</source>
        <translation>Inspection or quality control</translation>
    </message>
</context>
<context>
    <name>ReadyForm</name>
    <message>
        <source>Alle genveje og håndbogen.</source>
        <translation>Every shortcut, and the handbook.</translation>
    </message>
    <message>
        <source>Begynd</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Find alt: kandidater, arbejdsgivere, notater og det, programmet kan.</source>
        <translation>Find anything: candidates, employers, notes, and what the program can do.</translation>
    </message>
    <message>
        <source>Lås, når du går. Det sker også af sig selv.</source>
        <translation>Lock when you leave. It also happens by itself.</translation>
    </message>
    <message>
        <source>Mindre tekst</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Normal tekst</source>
        <translation>Normal text</translation>
    </message>
    <message>
        <source>Skriv et notat. Vagten læser med og siger til, før noget hører til hos klinikken.</source>
        <translation>Write a note. The guard reads along and tells you before something belongs to the clinic.</translation>
    </message>
    <message>
        <source>Større tekst</source>
        <translation>Larger text</translation>
    </message>
</context>
<context>
    <name>RecoverForm</name>
    <message>
        <source>Anmodning</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Anmodningen er kopieret.</source>
        <translation>The request has been copied.</translation>
    </message>
    <message>
        <source>Anmodningen som QR-kode. Den samme tekst står i feltet Anmodning og kan kopieres.</source>
        <translation>The request as a QR code. The same text stands in the field Request and can be copied.</translation>
    </message>
    <message>
        <source>De to er ikke ens. Skriv den samme adgangskode igen.</source>
        <translation>The two differ. Write the same passphrase again.</translation>
    </message>
    <message>
        <source>Det begynder med fja1.</source>
        <translation>It begins with fja1.</translation>
    </message>
    <message>
        <source>Giver journalen nye nøgler …</source>
        <translation>Giving the journal new keys …</translation>
    </message>
    <message>
        <source>Journalens nummer</source>
        <translation>The journal's number</translation>
    </message>
    <message>
        <source>Kopiér anmodningen</source>
        <translation>Copy the request</translation>
    </message>
    <message>
        <source>Luk mig ind</source>
        <translation>Let me in</translation>
    </message>
    <message>
        <source>QR-koden er skjult.</source>
        <translation>The QR code is hidden.</translation>
    </message>
    <message>
        <source>Send anmodningen til kommunens genskabelsesansvarlige, for eksempel i en mail, eller lad dem læse QR-koden fra skærmen. Læs journalens nummer op for dem i telefonen. To af dem svarer sammen. Luk ikke vinduet, før svaret er her.</source>
        <translation>Send the request to the municipality's recovery officers, for example by mail, or let them read the QR code off the screen. Read the journal's number out to them on the telephone. Two of them answer together. Do not close the window before the answer is here.</translation>
    </message>
    <message>
        <source>Skjul QR-koden</source>
        <translation>Hide the QR code</translation>
    </message>
    <message>
        <source>Skriv den igen</source>
        <translation>Write it again</translation>
    </message>
    <message>
        <source>Svaret fra kommunen</source>
        <translation>The municipality's answer</translation>
    </message>
    <message>
        <source>Sæt svaret fra kommunen ind.</source>
        <translation>Paste the municipality's answer.</translation>
    </message>
    <message>
        <source>Tilbage</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Vis som QR-kode</source>
        <translation>Show as a QR code</translation>
    </message>
    <message>
        <source>Vælg en ny adgangskode</source>
        <translation>Choose a new passphrase</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message numerus="yes">
        <source>%n i alt</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Arbejdsgivere</source>
        <translation>Employers</translation>
    </message>
    <message>
        <source>Esc rydder søgningen.</source>
        <translation>Esc clears the search.</translation>
    </message>
    <message>
        <source>I dialog</source>
        <translation>In dialogue</translation>
    </message>
    <message>
        <source>Ingen arbejdsgiver passer.</source>
        <translation>No employer fits.</translation>
    </message>
    <message>
        <source>Ingen arbejdsgivere endnu.</source>
        <translation>No employers yet.</translation>
    </message>
    <message>
        <source>Ingen arbejdsgivere venter på dig.</source>
        <translation>No employers are waiting for you.</translation>
    </message>
    <message>
        <source>Ingen her lige nu.</source>
        <translation>Nobody here right now.</translation>
    </message>
    <message>
        <source>Kræver handling</source>
        <translation>Needs action</translation>
    </message>
    <message>
        <source>Skriv dit første besøg med Ctrl+Shift+B.</source>
        <translation>Write your first visit with Ctrl+Shift+B.</translation>
    </message>
    <message>
        <source>Søg i arbejdsgivere</source>
        <translation>Search employers</translation>
    </message>
</context>
<context>
    <name>RemarkForm</name>
    <message>
        <source>Anbefaling</source>
        <translation>Recommendation</translation>
    </message>
    <message>
        <source>Bemærkning</source>
        <translation>Remark</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>%1 af %2 besøg hos arbejdsgivere i denne uge</source>
        <translation>%1 of %2 employer visits this week</translation>
    </message>
    <message>
        <source>%1 aktive kandidater er over 20 pr. årsværk</source>
        <translation>%1 active candidates are more than 20 per full-time position</translation>
    </message>
    <message>
        <source>%1 minutter er ikke noteret %2</source>
        <translation>%1 minutes are not logged on %2</translation>
    </message>
    <message>
        <source>%1 og %2 til</source>
        <translation>%1 and %2 more</translation>
    </message>
    <message>
        <source>&amp;Næste uge</source>
        <translation>&amp;Next week</translation>
    </message>
    <message>
        <source>&amp;Vælg dag …</source>
        <translation>&amp;Choose a day …</translation>
    </message>
    <message>
        <source>Der ligger ændringer, som ikke er sendt i %1 dage</source>
        <translation>Changes have been waiting here for %1 days</translation>
    </message>
    <message>
        <source>En kodeliste skal fornyes. Spørg administratoren</source>
        <translation>A code list needs renewing. Ask the administrator</translation>
    </message>
    <message>
        <source>Erhvervsprofilen er ikke skrevet videre efter jobskiftet</source>
        <translation>The career profile has not been updated since the change of job</translation>
    </message>
    <message>
        <source>Giv STAR's markør en slutdato i fagsystemet</source>
        <translation>Give STAR's marker an end date in the case system</translation>
    </message>
    <message>
        <source>I &amp;morgen</source>
        <translation>To&amp;morrow</translation>
    </message>
    <message>
        <source>Ingen arbejdsgiver besøgt endnu</source>
        <translation>No employer visited yet</translation>
    </message>
    <message>
        <source>Ingen arbejdsgiver besøgt endnu, %1 dage efter start</source>
        <translation>No employer visited yet, %1 days after the start</translation>
    </message>
    <message>
        <source>Ingen vejledning om ydelser før jobstart</source>
        <translation>No benefits guidance before the job started</translation>
    </message>
    <message>
        <source>Job ophørt for %1 dage siden, og der er ingen ny plan</source>
        <translation>Job ended %1 days ago, and there is no new plan</translation>
    </message>
    <message>
        <source>Job ophørt, og der er ingen ny plan</source>
        <translation>Job ended, and there is no new plan</translation>
    </message>
    <message>
        <source>Jobsøgningsplanen skal ses efter</source>
        <translation>The job search plan is due for review</translation>
    </message>
    <message>
        <source>Klaret: %1</source>
        <translation>Dealt with: %1</translation>
    </message>
    <message>
        <source>Kom på kommunens net inden %1 dage, ellers låses journalen her</source>
        <translation>Connect to the municipal network within %1 days, or the journal here locks</translation>
    </message>
    <message>
        <source>Kommer igen %1</source>
        <translation>Comes back %1</translation>
    </message>
    <message>
        <source>Mind mig om det</source>
        <translation>Remind me</translation>
    </message>
    <message>
        <source>STAR's markør mangler i fagsystemet</source>
        <translation>STAR's marker is missing in the case system</translation>
    </message>
    <message>
        <source>STAR's markør passer ikke til tilknytningen</source>
        <translation>STAR's marker does not fit the attachment</translation>
    </message>
    <message>
        <source>Samtykke udløber i dag: %2</source>
        <translation>Consent expires today: %2</translation>
    </message>
    <message>
        <source>Samtykke udløber om %1 dage: %2</source>
        <translation>Consent expires in %1 days: %2</translation>
    </message>
    <message>
        <source>Samtykke udløbet og spærret: %2</source>
        <translation>Consent expired and blocked: %2</translation>
    </message>
    <message>
        <source>Samtykker udløber</source>
        <translation>Consents expire</translation>
    </message>
    <message>
        <source>Satserne til ydelsesvejledningen er fra sidste år. Indlæs de nye</source>
        <translation>The rates of the benefits guidance are last year’s. Load the new ones</translation>
    </message>
    <message>
        <source>Se STAR's markør efter i fagsystemet</source>
        <translation>Check STAR's marker in the case system</translation>
    </message>
    <message>
        <source>Ugens arbejdsgiverkontakter er ikke set igennem</source>
        <translation>This week's employer contacts have not been reviewed</translation>
    </message>
    <message>
        <source>Åbenhed er drøftet %1 gange. Tal om det igen</source>
        <translation>Openness has been discussed %1 times. Talk about it again</translation>
    </message>
    <message>
        <source>Åbn</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>Rereading</name>
    <message>
        <source>Fælles for jobcentret</source>
        <translation>Shared by the jobcenter</translation>
    </message>
    <message>
        <source>Ordene er taget ud her. Serveren får det at vide, og kopierne mister dem i løbet af tre dage.</source>
        <translation>The words have been taken out here. The server is told, and the copies lose them within three days.</translation>
    </message>
    <message>
        <source>Ret notatet</source>
        <translation>Correct the note</translation>
    </message>
    <message>
        <source>Tag ordene ud</source>
        <translation>Take the words out</translation>
    </message>
</context>
<context>
    <name>Rescuing</name>
    <message>
        <source>Det, vagten stopper, er ikke med.</source>
        <translation>What the guard stops is not in it.</translation>
    </message>
    <message>
        <source>En krypteret redningskopi er gemt. Når der er plads igen, gemmes teksten af sig selv. Lukker du Feltjournal før det, så hent kopien under Journal, Hent redningskopi.</source>
        <translation>An encrypted rescue copy is saved. When there is room again, the text is saved by itself. If you close Feltjournal before that, fetch the copy under Journal, Fetch rescue copy.</translation>
    </message>
    <message>
        <source>Gem redningskopi i en anden mappe</source>
        <translation>Save a rescue copy in another folder</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Alle er set igennem</source>
        <translation>All have been gone through</translation>
    </message>
    <message>
        <source>Arbejdsgiverkontakter at se igennem</source>
        <translation>Employer contacts to go through</translation>
    </message>
    <message>
        <source>De seneste fire uger. Mellemrum: set igennem.</source>
        <translation>The last four weeks. Space: gone through.</translation>
    </message>
    <message>
        <source>Kontakter</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Set igennem.</source>
        <translation>Gone through.</translation>
    </message>
    <message>
        <source>på vegne af %1</source>
        <translation>on behalf of %1</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>%1 af %2 pladser</source>
        <translation>%1 of %2 places</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>De kommer ved næste synkronisering, eller opret én i menuen Kandidat.</source>
        <translation>They come with the next synchronisation, or create one in the Candidate menu.</translation>
    </message>
    <message>
        <source>Du har ingen kandidater.</source>
        <translation>You have no candidates.</translation>
    </message>
    <message>
        <source>Esc rydder søgningen.</source>
        <translation>Esc clears the search.</translation>
    </message>
    <message>
        <source>I job</source>
        <translation>In a job</translation>
    </message>
    <message>
        <source>Ingen her lige nu.</source>
        <translation>Nobody here right now.</translation>
    </message>
    <message>
        <source>Ingen kandidat hedder sådan.</source>
        <translation>No candidate has that name.</translation>
    </message>
    <message>
        <source>Ingen kandidater venter på dig.</source>
        <translation>No candidates are waiting for you.</translation>
    </message>
    <message>
        <source>Kandidater</source>
        <translation>Candidates</translation>
    </message>
    <message>
        <source>Kræver handling</source>
        <translation>Needs action</translation>
    </message>
    <message>
        <source>Søg i mine kandidater</source>
        <translation>Search my candidates</translation>
    </message>
</context>
<context>
    <name>Salvage</name>
    <message>
        <source>%1 og %2</source>
        <translation>%1 and %2</translation>
    </message>
    <message numerus="yes">
        <source>%n anden/andre post(er)</source>
        <translation>
            <numerusform>%n other entry</numerusform>
            <numerusform>%n other entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n arbejdsgiver(e)</source>
        <translation>
            <numerusform>%n employer</numerusform>
            <numerusform>%n employers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kandidat(er)</source>
        <translation>
            <numerusform>%n candidate</numerusform>
            <numerusform>%n candidates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kladde(r)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notat(er)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er), som jobcentret ikke har fået, var på den ødelagte del og er hentet fra redningskopien.</source>
        <translation>
            <numerusform>%n change that the jobcenter has not received was in the broken part and has been taken from the rescue copy.</numerusform>
            <numerusform>%n changes that the jobcenter has not received were in the broken part and have been taken from the rescue copy.</numerusform>
        </translation>
    </message>
    <message>
        <source>Computerens egen underskrift kunne ikke læses. Bed jobcentret om en ny kode, og tilmeld computeren igen under Synkronisering.</source>
        <translation>The computer's own signature could not be read. Ask the jobcenter for a new code, and enrol the computer again under Synchronisation.</translation>
    </message>
    <message>
        <source>Den beskadigede fil ligger i journalens mappe og hedder %1. Lad den ligge, til it-support siger til.</source>
        <translation>The damaged file is in the journal's folder and is called %1. Leave it there until IT support says otherwise.</translation>
    </message>
    <message>
        <source>Der kan mangle mere: hvor meget, kan ikke ses i filen.</source>
        <translation>More may be missing: the file does not tell how much.</translation>
    </message>
    <message>
        <source>Der mangler: %1.</source>
        <translation>Missing: %1.</translation>
    </message>
    <message>
        <source>Det, jobcentret har modtaget, kommer tilbage ved næste synkronisering.</source>
        <translation>What the jobcenter has received comes back with the next synchronisation.</translation>
    </message>
    <message numerus="yes">
        <source>Filen var desuden ældre end sidst: %n gemt(e) ændring(er) var ikke i den.</source>
        <translation>
            <numerusform>The file was also older than last time: %n saved change was not in it.</numerusform>
            <numerusform>The file was also older than last time: %n saved changes were not in it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Filens indholdsfortegnelse er ødelagt, så intet kunne læses, og der er ingen kopi. Intet er ændret. Ring til it-support: det, jobcentret har modtaget, kan hentes derfra, og resten ligger i redningskopien.</source>
        <translation>The file's table of contents is destroyed, so nothing could be read, and there is no copy. Nothing is changed. Call IT support: what the jobcenter has received can be fetched from there, and the rest is in the rescue copy.</translation>
    </message>
    <message>
        <source>Filens indholdsfortegnelse er ødelagt, så intet kunne læses. Læg kopien tilbage i stedet. Intet er ændret.</source>
        <translation>The file's table of contents is destroyed, so nothing could be read. Put the copy back instead. Nothing is changed.</translation>
    </message>
    <message>
        <source>Intet mangler.</source>
        <translation>Nothing is missing.</translation>
    </message>
    <message>
        <source>Journalen kan åbnes, og den har alt det, kopien har. Intet er ændret.</source>
        <translation>The journal can be opened and has everything the copy has. Nothing is changed.</translation>
    </message>
    <message>
        <source>Journalen kan åbnes. Fra kopien er hentet det, der manglede: %1.</source>
        <translation>The journal can be opened. What was missing has been taken from the copy: %1.</translation>
    </message>
    <message>
        <source>Kopien er også beskadiget. Intet er ændret. Ring til it-support (kode E-15).</source>
        <translation>The copy is damaged too. Nothing is changed. Call IT support (code E-15).</translation>
    </message>
    <message>
        <source>Kopien fra %1 er lagt tilbage.</source>
        <translation>The copy from %1 is put back.</translation>
    </message>
    <message>
        <source>Notaterne handler om: %1.</source>
        <translation>The notes are about: %1.</translation>
    </message>
    <message>
        <source>Når du låser op, hentes det, der ikke var sendt, fra redningskopien. Det, jobcentret har modtaget, kommer tilbage ved næste synkronisering.</source>
        <translation>When you unlock, what was not sent is taken from the rescue copy. What the jobcenter has received comes back with the next synchronisation.</translation>
    </message>
    <message>
        <source>Om alt det, der ikke var sendt, er med, kan ikke ses. Se dine seneste notater efter.</source>
        <translation>Whether everything that was not sent is here cannot be told. Look through your latest notes.</translation>
    </message>
    <message>
        <source>Reddet: %1.</source>
        <translation>Saved: %1.</translation>
    </message>
    <message>
        <source>Spørg it-support, om det kan hentes fra en kopi.</source>
        <translation>Ask IT support whether it can be taken from a copy.</translation>
    </message>
    <message>
        <source>ingen poster</source>
        <translation>no entries</translation>
    </message>
</context>
<context>
    <name>SalvageForm</name>
    <message>
        <source>Adgangskode</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Alt, der kan læses i den beskadigede fil, kommer over i en ny og hel fil. Ændringer, jobcentret ikke har fået endnu, hentes fra redningskopien. Det kan tage nogle minutter.</source>
        <translation>Everything that can be read in the damaged file goes into a new and whole file. Changes the jobcenter has not received yet are taken from the rescue copy. It may take some minutes.</translation>
    </message>
    <message>
        <source>Den beskadigede fil slettes ikke; den bliver liggende ved siden af.</source>
        <translation>The damaged file is not deleted; it stays beside it.</translation>
    </message>
    <message>
        <source>Kopien er fra %1. Lægges den tilbage, hentes det, der er skrevet siden, fra redningskopien og fra jobcentret. Kladder fra tiden siden kan mangle.</source>
        <translation>The copy is from %1. If it is put back, what was written since is taken from the rescue copy and from the jobcenter. Drafts from the time since may be missing.</translation>
    </message>
    <message>
        <source>Læg kopien fra %1 tilbage</source>
        <translation>Put back the copy from %1</translation>
    </message>
    <message>
        <source>Lægger kopien tilbage …</source>
        <translation>Putting the copy back …</translation>
    </message>
    <message>
        <source>Læser den beskadigede fil …</source>
        <translation>Reading the damaged file …</translation>
    </message>
    <message>
        <source>Red det, der kan læses</source>
        <translation>Save what can be read</translation>
    </message>
    <message>
        <source>Skriv din adgangskode.</source>
        <translation>Type your passphrase.</translation>
    </message>
    <message>
        <source>Tilbage</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>SayCard</name>
    <message>
        <source>%1: intet må siges her.</source>
        <translation>%1: nothing may be said here.</translation>
    </message>
    <message>
        <source>%1: »%2«%3</source>
        <translation>%1: “%2”%3</translation>
    </message>
    <message>
        <source>Din rolle: %1</source>
        <translation>Your role: %1</translation>
    </message>
    <message>
        <source>Må aldrig siges: %1</source>
        <translation>Must never be said: %1</translation>
    </message>
    <message>
        <source>Må siges</source>
        <translation>May be said</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>&amp;Forløb</source>
        <translation>&amp;Course</translation>
    </message>
    <message>
        <source>&amp;Profil og plan</source>
        <translation>&amp;Profile and plan</translation>
    </message>
    <message>
        <source>&amp;Samtykker</source>
        <translation>Con&amp;sents</translation>
    </message>
    <message>
        <source>&amp;Ydelser</source>
        <translation>&amp;Benefits</translation>
    </message>
    <message>
        <source>Fi&amp;ler</source>
        <translation>Fi&amp;les</translation>
    </message>
    <message>
        <source>Jo&amp;b og støtte</source>
        <translation>Jo&amp;b and support</translation>
    </message>
    <message>
        <source>K&amp;linikken</source>
        <translation>C&amp;linic</translation>
    </message>
    <message>
        <source>Åbe&amp;nhed</source>
        <translation>Ope&amp;nness</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n indstilling(er) kan ikke ændres her.</source>
        <translation>
            <numerusform>%n setting cannot be changed here.</numerusform>
            <numerusform>%n settings cannot be changed here.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bestemt af kommunen</source>
        <translation>Decided by the municipality</translation>
    </message>
    <message>
        <source>Den kører kun på denne computer og kan ikke slås fra.</source>
        <translation>It runs only on this computer and cannot be turned off.</translation>
    </message>
    <message>
        <source>Den kører kun på denne computer og kan ikke slås fra. Overvej-ord kan ikke beholdes her.</source>
        <translation>It runs only on this computer and cannot be turned off. Words to consider cannot be kept here.</translation>
    </message>
    <message>
        <source>Hjælp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Høj kontrast</source>
        <translation>High contrast</translation>
    </message>
    <message numerus="yes">
        <source>Højst %n minut(ter).</source>
        <translation>
            <numerusform>At most %n minute.</numerusform>
            <numerusform>At most %n minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Indstillinger</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Ingen politik er sat på denne computer.</source>
        <translation>No policy is set on this computer.</translation>
    </message>
    <message numerus="yes">
        <source>Journalen låses senest %n time(r) efter oplåsning.</source>
        <translation>
            <numerusform>The journal locks at the latest %n hour after unlocking.</numerusform>
            <numerusform>The journal locks at the latest %n hours after unlocking.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lyst</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Lås, når ingen har rørt noget i</source>
        <translation>Lock when nothing has been touched for</translation>
    </message>
    <message>
        <source>Mørkt</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Som computeren</source>
        <translation>Like the computer</translation>
    </message>
    <message>
        <source>Tekststørrelse</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Udseende</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Vagten</source>
        <translation>The guard</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message numerus="yes">
        <source>%n ord</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message>
        <source>Holdes adskilt fra det, der skete</source>
        <translation>Kept apart from what happened</translation>
    </message>
    <message>
        <source>Hvad skete der, og hvad blev sagt? Kun fakta her.</source>
        <translation>What happened, and what was said? Facts only here.</translation>
    </message>
    <message>
        <source>Tilføj {name}</source>
        <translation>Add {name}</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>CPR-nummer: %1</source>
        <translation>CPR number: %1</translation>
    </message>
    <message>
        <source>Ikke talt om endnu.</source>
        <translation>Not talked about yet.</translation>
    </message>
    <message>
        <source>Intet aftalt endnu.</source>
        <translation>Nothing arranged yet.</translation>
    </message>
    <message>
        <source>Næste skridt</source>
        <translation>Next steps</translation>
    </message>
    <message>
        <source>Samarbejde</source>
        <translation>Cooperation</translation>
    </message>
    <message>
        <source>Tilføj</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Tilføj næste skridt</source>
        <translation>Add a next step</translation>
    </message>
    <message>
        <source>Tryk for at skjule det igen</source>
        <translation>Press to hide it again</translation>
    </message>
    <message>
        <source>Vis CPR</source>
        <translation>Show CPR number</translation>
    </message>
    <message>
        <source>Vises i 20 sekunder. Det skrives ned, at nummeret blev vist.</source>
        <translation>Shown for 20 seconds. It is written down that the number was shown.</translation>
    </message>
    <message>
        <source>Ønsker til job</source>
        <translation>Wishes for a job</translation>
    </message>
</context>
<context>
    <name>Silence</name>
    <message numerus="yes">
        <source>%n konsulent(er) har ikke synkroniseret</source>
        <translation>
            <numerusform>%n consultant has not synchronised</numerusform>
            <numerusform>%n consultants have not synchronised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n konsulent(er) har ikke synkroniseret siden %1</source>
        <translation>
            <numerusform>%n consultant has not synchronised since %1</numerusform>
            <numerusform>%n consultants have not synchronised since %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Du har endnu ikke synkroniseret. Teamets tal mangler det, der kun er her.</source>
        <translation>You have not synchronised yet. The team's figures lack what is only here.</translation>
    </message>
    <message>
        <source>Du har ikke synkroniseret siden %1. Teamets tal mangler det, der kun er her.</source>
        <translation>You have not synchronised since %1. The team's figures lack what is only here.</translation>
    </message>
</context>
<context>
    <name>Stale</name>
    <message>
        <source>Behold</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Beholdt. Der spørges igen om to år.</source>
        <translation>Kept. You will be asked again in two years.</translation>
    </message>
    <message>
        <source>Der er ingen at tage stilling til.</source>
        <translation>There is nobody to decide about.</translation>
    </message>
    <message>
        <source>Kontaktpersonen er glemt.</source>
        <translation>The contact person is forgotten.</translation>
    </message>
    <message>
        <source>Kontaktpersoner</source>
        <translation>Contact persons</translation>
    </message>
    <message>
        <source>Kontaktpersoner uden kontakt i to år</source>
        <translation>Contact persons without contact for two years</translation>
    </message>
    <message>
        <source>Mellemrum beholder personen. Delete glemmer navn, telefon og mail.</source>
        <translation>Space keeps the person. Delete forgets name, telephone and mail.</translation>
    </message>
    <message>
        <source>aldrig</source>
        <translation>never</translation>
    </message>
</context>
<context>
    <name>SurveyForm</name>
    <message>
        <source>Har ikke skrevet deres IPS-uddannelse (Kalender &gt; Tid): %1.</source>
        <translation>Have not said what IPS training they have (Calendar &gt; Time): %1.</translation>
    </message>
    <message>
        <source>Svarene er gemt og kommer med i tallene.</source>
        <translation>The answers are saved and go with the figures.</translation>
    </message>
    <message>
        <source>Talt: %1.</source>
        <translation>Counted: %1.</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er) er gemt her og venter</source>
        <translation>
            <numerusform>%n change is saved here and waiting</numerusform>
            <numerusform>%n changes are saved here and waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er) er hentet igen fra jobcentret.</source>
        <translation>
            <numerusform>%n change has been fetched from the jobcenter again.</numerusform>
            <numerusform>%n changes have been fetched from the jobcenter again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er) fra kolleger kan ses, når Feltjournal er opdateret.</source>
        <translation>
            <numerusform>%n change from colleagues can be seen when Feltjournal has been updated.</numerusform>
            <numerusform>%n changes from colleagues can be seen when Feltjournal has been updated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er) sendes næste gang, du er på kommunens net.</source>
        <translation>
            <numerusform>%n change will be sent next time you are on the municipal network.</numerusform>
            <numerusform>%n changes will be sent next time you are on the municipal network.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er) udefra kan ikke vises. Kontakt it-support.</source>
        <translation>
            <numerusform>%n change from outside cannot be shown. Contact IT support.</numerusform>
            <numerusform>%n changes from outside cannot be shown. Contact IT support.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er) · %1</source>
        <translation>
            <numerusform>%n change · %1</numerusform>
            <numerusform>%n changes · %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er), der kun fandtes her, er lagt i kø på ny.</source>
        <translation>
            <numerusform>%n change that existed only here waits to be sent anew.</numerusform>
            <numerusform>%n changes that existed only here wait to be sent anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ændring(er), som serverens vagt havde afvist, fandtes kun her og er væk. Skriv dem igen.</source>
        <translation>
            <numerusform>%n change that the server’s guard had refused existed only here and is gone. Write it again.</numerusform>
            <numerusform>%n changes that the server’s guard had refused existed only here and are gone. Write them again.</numerusform>
        </translation>
    </message>
    <message>
        <source>(tomt)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Adgangen er udløbet</source>
        <translation>Access has expired</translation>
    </message>
    <message>
        <source>Aftale</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Aftale fra klinikmøde</source>
        <translation>Agreement from a clinic meeting</translation>
    </message>
    <message>
        <source>Alt er sendt %1</source>
        <translation>Everything sent %1</translation>
    </message>
    <message>
        <source>Alt er sendt kl. %1</source>
        <translation>Everything sent at %1</translation>
    </message>
    <message>
        <source>Ansættelsesgrad</source>
        <translation>Share of full time</translation>
    </message>
    <message>
        <source>Arbejder offline</source>
        <translation>Working offline</translation>
    </message>
    <message>
        <source>Arbejdsgiver</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>Arbejdsgiverkontakt</source>
        <translation>Employer contact</translation>
    </message>
    <message>
        <source>Arbejdssted</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Behandlingsteam</source>
        <translation>Treatment team</translation>
    </message>
    <message>
        <source>CPR-nummer</source>
        <translation>CPR number</translation>
    </message>
    <message>
        <source>CVR-nummer</source>
        <translation>CVR number</translation>
    </message>
    <message>
        <source>Computeren er meldt fra</source>
        <translation>The computer has been signed off</translation>
    </message>
    <message>
        <source>Computerens ur er %1 bagud.</source>
        <translation>The computer's clock is %1 slow.</translation>
    </message>
    <message>
        <source>Computerens ur er %1 foran.</source>
        <translation>The computer's clock is %1 fast.</translation>
    </message>
    <message>
        <source>Den samme journal er i brug på to computere, set %1. Intet er gået tabt: Det, der skrives på den ene, kommer også til den anden. Brug kun den ene fra nu af, og bed IT om at tilmelde den anden på ny.</source>
        <translation>The same journal is in use on two computers, seen %1. Nothing is lost: what is written on one reaches the other too. Use only one of them from now on, and ask IT to enrol the other anew.</translation>
    </message>
    <message>
        <source>Det kan kun de, der gennemgår, og teamlederen</source>
        <translation>Only those who review and the team leader can</translation>
    </message>
    <message>
        <source>Det kan kun teamlederen gøre</source>
        <translation>Only the team leader can do that</translation>
    </message>
    <message>
        <source>En kollegas timer og fravær skriver kollegaen selv</source>
        <translation>A colleague's hours and absence are the colleague's own to write</translation>
    </message>
    <message>
        <source>Erhvervsprofil</source>
        <translation>Career profile</translation>
    </message>
    <message>
        <source>Feltjournal skal opdateres</source>
        <translation>Feltjournal must be updated</translation>
    </message>
    <message>
        <source>Fidelitetsmåling</source>
        <translation>Fidelity review</translation>
    </message>
    <message>
        <source>Fil</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Forseglet score</source>
        <translation>Sealed score</translation>
    </message>
    <message>
        <source>Fravalgt: %1</source>
        <translation>Not chosen: %1</translation>
    </message>
    <message>
        <source>Fravær</source>
        <translation>Absence</translation>
    </message>
    <message>
        <source>Frosne tal i en måling</source>
        <translation>Frozen figures of a review</translation>
    </message>
    <message>
        <source>Gemt på denne computer kl. %1</source>
        <translation>Saved on this computer at %1</translation>
    </message>
    <message>
        <source>Henter fra serveren</source>
        <translation>Fetching from the server</translation>
    </message>
    <message>
        <source>Henvisning</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>Hører til en andens sag</source>
        <translation>Belongs to somebody else's case</translation>
    </message>
    <message>
        <source>IPS-arbejde</source>
        <translation>IPS work</translation>
    </message>
    <message>
        <source>IPS-forløb</source>
        <translation>IPS course</translation>
    </message>
    <message>
        <source>IPS-uddannelse</source>
        <translation>IPS training</translation>
    </message>
    <message>
        <source>Ikke sendt endnu</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Intet, der var sendt, er gået tabt.</source>
        <translation>Nothing that had been sent is lost.</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Jobcentrets leder ser på den</source>
        <translation>The jobcenter's leader is looking at it</translation>
    </message>
    <message>
        <source>Jobsøgningsplan</source>
        <translation>Job search plan</translation>
    </message>
    <message>
        <source>Journalen på denne computer var en ældre kopi af sig selv. Det blev opdaget %1.</source>
        <translation>The journal on this computer was an older copy of itself. This was found %1.</translation>
    </message>
    <message>
        <source>Journaler udtrukket til en måling</source>
        <translation>Charts drawn for a review</translation>
    </message>
    <message>
        <source>Kandidaten er ikke længere hos dig</source>
        <translation>The candidate is no longer with you</translation>
    </message>
    <message>
        <source>Kandidatens oplysninger</source>
        <translation>The candidate's details</translation>
    </message>
    <message>
        <source>Kontakt ført hos kandidaten</source>
        <translation>Contact recorded with the candidate</translation>
    </message>
    <message>
        <source>Kontakt it-support. Dine notater ligger her.</source>
        <translation>Contact IT support. Your notes are here.</translation>
    </message>
    <message>
        <source>Kontaktperson hos arbejdsgiver</source>
        <translation>Contact person at an employer</translation>
    </message>
    <message>
        <source>Kontaktperson på klinikken</source>
        <translation>Contact at the clinic</translation>
    </message>
    <message>
        <source>Kun på denne computer</source>
        <translation>On this computer only</translation>
    </message>
    <message>
        <source>Log på igen for at sende.</source>
        <translation>Log on again to send.</translation>
    </message>
    <message>
        <source>Møde</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Notat</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Notat flyttet til den rette sag</source>
        <translation>Note moved to the right case</translation>
    </message>
    <message>
        <source>Opgave</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Ord taget ud af notat</source>
        <translation>Words taken out of a note</translation>
    </message>
    <message>
        <source>Ord, som vagten lader passere</source>
        <translation>Words the guard lets pass</translation>
    </message>
    <message>
        <source>Overført til fagsystem</source>
        <translation>Carried over to the case system</translation>
    </message>
    <message>
        <source>P-nummer</source>
        <translation>P number</translation>
    </message>
    <message>
        <source>På kommunens net – klar</source>
        <translation>On the municipal network – ready</translation>
    </message>
    <message>
        <source>Ret</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>SPS</source>
        <translation>Special educational support</translation>
    </message>
    <message>
        <source>STAR-markør</source>
        <translation>STAR marker</translation>
    </message>
    <message>
        <source>Samtale om åbenhed</source>
        <translation>Talk about openness</translation>
    </message>
    <message>
        <source>Samtykke</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Score i en måling</source>
        <translation>Score of a review</translation>
    </message>
    <message>
        <source>Sender %1 af %2</source>
        <translation>Sending %1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>Serveren afviste %n ændring(er). Se hvorfor her.</source>
        <translation>
            <numerusform>The server refused %n change. See why here.</numerusform>
            <numerusform>The server refused %n changes. See why here.</numerusform>
        </translation>
    </message>
    <message>
        <source>Serveren er genskabt</source>
        <translation>The server has been restored</translation>
    </message>
    <message>
        <source>Serveren svarer ikke</source>
        <translation>The server does not answer</translation>
    </message>
    <message>
        <source>Serveren tog ikke imod</source>
        <translation>The server did not accept</translation>
    </message>
    <message>
        <source>Serveren tog ikke imod alt</source>
        <translation>The server did not accept everything</translation>
    </message>
    <message>
        <source>Serverens vagt tog ikke imod</source>
        <translation>The server's guard did not accept</translation>
    </message>
    <message>
        <source>Sidst sendt %1</source>
        <translation>Last sent %1</translation>
    </message>
    <message>
        <source>Skift af fase</source>
        <translation>Change of phase</translation>
    </message>
    <message>
        <source>Skrevet %1</source>
        <translation>Written %1</translation>
    </message>
    <message>
        <source>Skrevet til et andet jobcenter</source>
        <translation>Written to another jobcenter</translation>
    </message>
    <message>
        <source>Skriv jobcentrets kode for at kunne sende.</source>
        <translation>Type the jobcenter's code to be able to send.</translation>
    </message>
    <message>
        <source>Skånehensyn</source>
        <translation>Accommodations</translation>
    </message>
    <message>
        <source>Spørgsmål om ydelser</source>
        <translation>Question about benefits</translation>
    </message>
    <message>
        <source>Står nu hos jobcentret</source>
        <translation>Now stands at the jobcenter</translation>
    </message>
    <message>
        <source>Støttekontakt</source>
        <translation>Support contact</translation>
    </message>
    <message>
        <source>Støtteplan</source>
        <translation>Support plan</translation>
    </message>
    <message>
        <source>Svar på en påmindelse</source>
        <translation>Answer to a reminder</translation>
    </message>
    <message>
        <source>Svar til den nationale undersøgelse</source>
        <translation>Answer to the national survey</translation>
    </message>
    <message>
        <source>Svar til vagten, talt op</source>
        <translation>Answers to the guard, counted</translation>
    </message>
    <message>
        <source>Synkroniseringen er stoppet</source>
        <translation>Sync has stopped</translation>
    </message>
    <message>
        <source>Tidligere job</source>
        <translation>Earlier job</translation>
    </message>
    <message>
        <source>Tidsregistrering</source>
        <translation>Time entry</translation>
    </message>
    <message>
        <source>Tilknytning til klinikken</source>
        <translation>Attachment to the clinic</translation>
    </message>
    <message>
        <source>Tilknyttet konsulent</source>
        <translation>Assigned consultant</translation>
    </message>
    <message>
        <source>Uddannelse</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>Udgave fra %1, set %2</source>
        <translation>Version from %1, seen %2</translation>
    </message>
    <message>
        <source>Udtræk eller rapport</source>
        <translation>Export or report</translation>
    </message>
    <message>
        <source>Venter på kvittering</source>
        <translation>Waiting for a receipt</translation>
    </message>
    <message>
        <source>Vi prøver igen kl. %1.</source>
        <translation>We will try again at %1.</translation>
    </message>
    <message>
        <source>Vi prøver igen om lidt.</source>
        <translation>We will try again shortly.</translation>
    </message>
    <message>
        <source>Ydelse eller indsats</source>
        <translation>Benefit or measure</translation>
    </message>
    <message>
        <source>adresse</source>
        <translation>address</translation>
    </message>
    <message>
        <source>aflyst</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>afsluttet</source>
        <translation>ended</translation>
    </message>
    <message>
        <source>afslået</source>
        <translation>declined</translation>
    </message>
    <message>
        <source>aftalt</source>
        <translation>agreed</translation>
    </message>
    <message>
        <source>aftalt om job</source>
        <translation>agreed about work</translation>
    </message>
    <message>
        <source>aftalt ordlyd</source>
        <translation>agreed wording</translation>
    </message>
    <message>
        <source>anbefaling</source>
        <translation>recommendation</translation>
    </message>
    <message>
        <source>anden måler</source>
        <translation>second reviewer</translation>
    </message>
    <message>
        <source>anledning</source>
        <translation>occasion</translation>
    </message>
    <message>
        <source>ansættelsesform</source>
        <translation>form of employment</translation>
    </message>
    <message>
        <source>antal personer</source>
        <translation>number of people</translation>
    </message>
    <message>
        <source>arbejdsforhold der virker</source>
        <translation>conditions that work</translation>
    </message>
    <message>
        <source>arbejdsgiver</source>
        <translation>employer</translation>
    </message>
    <message>
        <source>arbejdsgiver må kontaktes</source>
        <translation>employer may be contacted</translation>
    </message>
    <message>
        <source>arbejdsgivere</source>
        <translation>employers</translation>
    </message>
    <message>
        <source>arbejdstider</source>
        <translation>working times</translation>
    </message>
    <message>
        <source>arbejdstilladelse</source>
        <translation>work permit</translation>
    </message>
    <message>
        <source>begrundelse</source>
        <translation>grounds</translation>
    </message>
    <message>
        <source>begrænsning</source>
        <translation>limitation</translation>
    </message>
    <message>
        <source>begynder</source>
        <translation>begins</translation>
    </message>
    <message>
        <source>begyndt</source>
        <translation>begun</translation>
    </message>
    <message>
        <source>bekræftet</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>bekymret for økonomi</source>
        <translation>worried about money</translation>
    </message>
    <message>
        <source>bemærkning</source>
        <translation>comment</translation>
    </message>
    <message>
        <source>besvaret</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>beviser</source>
        <translation>certificates</translation>
    </message>
    <message>
        <source>branche</source>
        <translation>trade</translation>
    </message>
    <message>
        <source>by</source>
        <translation>town</translation>
    </message>
    <message>
        <source>børnepasning på plads</source>
        <translation>childcare arranged</translation>
    </message>
    <message>
        <source>cv</source>
        <translation>CV</translation>
    </message>
    <message>
        <source>dato</source>
        <translation>date</translation>
    </message>
    <message>
        <source>dato for næste skridt</source>
        <translation>date of the next step</translation>
    </message>
    <message>
        <source>det gode</source>
        <translation>what was good</translation>
    </message>
    <message>
        <source>det svære</source>
        <translation>what was hard</translation>
    </message>
    <message>
        <source>det, der er talt</source>
        <translation>what was counted</translation>
    </message>
    <message>
        <source>dokument</source>
        <translation>document</translation>
    </message>
    <message>
        <source>dokumentation findes</source>
        <translation>documentation exists</translation>
    </message>
    <message>
        <source>drømmejob</source>
        <translation>dream job</translation>
    </message>
    <message>
        <source>du hørte om ophøret</source>
        <translation>you heard of the end</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>ejer</source>
        <translation>owner</translation>
    </message>
    <message>
        <source>er der ikke længere</source>
        <translation>no longer there</translation>
    </message>
    <message>
        <source>erfaring</source>
        <translation>experience</translation>
    </message>
    <message>
        <source>et felt</source>
        <translation>a field</translation>
    </message>
    <message>
        <source>fase</source>
        <translation>phase</translation>
    </message>
    <message>
        <source>fase efter</source>
        <translation>phase after</translation>
    </message>
    <message>
        <source>fase før</source>
        <translation>phase before</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>permanent</translation>
    </message>
    <message>
        <source>felter</source>
        <translation>fields</translation>
    </message>
    <message>
        <source>fire timer arbejdet</source>
        <translation>four hours worked</translation>
    </message>
    <message>
        <source>fjernet</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>flyttet</source>
        <translation>moved</translation>
    </message>
    <message>
        <source>fordele</source>
        <translation>pros</translation>
    </message>
    <message>
        <source>forklaret som frivilligt</source>
        <translation>explained as voluntary</translation>
    </message>
    <message>
        <source>form</source>
        <translation>form</translation>
    </message>
    <message>
        <source>format</source>
        <translation>format</translation>
    </message>
    <message>
        <source>formål</source>
        <translation>purpose</translation>
    </message>
    <message>
        <source>forseglet</source>
        <translation>sealed</translation>
    </message>
    <message>
        <source>forslag</source>
        <translation>proposal</translation>
    </message>
    <message>
        <source>fra</source>
        <translation>from</translation>
    </message>
    <message>
        <source>fra hvem</source>
        <translation>from whom</translation>
    </message>
    <message>
        <source>frist</source>
        <translation>deadline</translation>
    </message>
    <message>
        <source>frosset</source>
        <translation>frozen</translation>
    </message>
    <message>
        <source>funktion</source>
        <translation>function</translation>
    </message>
    <message>
        <source>første dag</source>
        <translation>first day</translation>
    </message>
    <message>
        <source>første måler</source>
        <translation>first reviewer</translation>
    </message>
    <message>
        <source>første skridt</source>
        <translation>first step</translation>
    </message>
    <message>
        <source>gange</source>
        <translation>times</translation>
    </message>
    <message>
        <source>gik i god forståelse</source>
        <translation>left on good terms</translation>
    </message>
    <message>
        <source>givet</source>
        <translation>given</translation>
    </message>
    <message>
        <source>givet videre</source>
        <translation>passed on</translation>
    </message>
    <message>
        <source>gjort</source>
        <translation>done</translation>
    </message>
    <message>
        <source>godkendt</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>godkendt af</source>
        <translation>approved by</translation>
    </message>
    <message>
        <source>grund</source>
        <translation>reason</translation>
    </message>
    <message>
        <source>grund til afslutning</source>
        <translation>reason for ending</translation>
    </message>
    <message>
        <source>grunde</source>
        <translation>reasons</translation>
    </message>
    <message>
        <source>handlinger</source>
        <translation>actions</translation>
    </message>
    <message>
        <source>hensyn i arbejdet</source>
        <translation>considerations at work</translation>
    </message>
    <message>
        <source>hentet fra</source>
        <translation>taken from</translation>
    </message>
    <message>
        <source>henvist af</source>
        <translation>referred by</translation>
    </message>
    <message>
        <source>holdt</source>
        <translation>held</translation>
    </message>
    <message>
        <source>hvad</source>
        <translation>what</translation>
    </message>
    <message>
        <source>hvad der skete</source>
        <translation>what happened</translation>
    </message>
    <message>
        <source>hvad skal være anderledes</source>
        <translation>what should be different</translation>
    </message>
    <message>
        <source>hvad virkede</source>
        <translation>what worked</translation>
    </message>
    <message>
        <source>hvem</source>
        <translation>who</translation>
    </message>
    <message>
        <source>hvem fortæller</source>
        <translation>who tells</translation>
    </message>
    <message>
        <source>hvem gør hvad</source>
        <translation>who does what</translation>
    </message>
    <message>
        <source>hvem sluttede det</source>
        <translation>who ended it</translation>
    </message>
    <message>
        <source>hvem støtter</source>
        <translation>who supports</translation>
    </message>
    <message>
        <source>hvem svarede</source>
        <translation>who answered</translation>
    </message>
    <message>
        <source>hvem tager kontakt</source>
        <translation>who makes contact</translation>
    </message>
    <message>
        <source>hvilke oplysninger</source>
        <translation>which information</translation>
    </message>
    <message>
        <source>hvilke ønsker</source>
        <translation>which wishes</translation>
    </message>
    <message>
        <source>hvordan</source>
        <translation>how</translation>
    </message>
    <message>
        <source>hvordan det blev trukket tilbage</source>
        <translation>how it was withdrawn</translation>
    </message>
    <message>
        <source>hvordan godkendt</source>
        <translation>how approved</translation>
    </message>
    <message>
        <source>hvordan jobbet blev fundet</source>
        <translation>how the job was found</translation>
    </message>
    <message>
        <source>hvorfor arbejde</source>
        <translation>why work</translation>
    </message>
    <message>
        <source>i job nu</source>
        <translation>in a job now</translation>
    </message>
    <message>
        <source>indhold</source>
        <translation>content</translation>
    </message>
    <message>
        <source>indtil</source>
        <translation>until</translation>
    </message>
    <message>
        <source>it</source>
        <translation>IT</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>jobtype</source>
        <translation>type of job</translation>
    </message>
    <message>
        <source>kan begynde</source>
        <translation>can begin</translation>
    </message>
    <message>
        <source>kan ikke vurderes</source>
        <translation>cannot be assessed</translation>
    </message>
    <message>
        <source>kandidaten var med</source>
        <translation>the candidate was there</translation>
    </message>
    <message>
        <source>klinik</source>
        <translation>clinic</translation>
    </message>
    <message>
        <source>kode</source>
        <translation>code</translation>
    </message>
    <message>
        <source>konsulent</source>
        <translation>consultant</translation>
    </message>
    <message>
        <source>konsulentens rolle</source>
        <translation>the consultant's role</translation>
    </message>
    <message>
        <source>kontakt helst ved</source>
        <translation>contact preferably by</translation>
    </message>
    <message>
        <source>kontakter om ugen</source>
        <translation>contacts a week</translation>
    </message>
    <message>
        <source>kontaktperson</source>
        <translation>contact person</translation>
    </message>
    <message>
        <source>kontaktperson på klinikken</source>
        <translation>contact person at the clinic</translation>
    </message>
    <message>
        <source>kørekort</source>
        <translation>driving licence</translation>
    </message>
    <message>
        <source>lavet</source>
        <translation>made</translation>
    </message>
    <message>
        <source>liste</source>
        <translation>list</translation>
    </message>
    <message>
        <source>lært af job</source>
        <translation>learned from jobs</translation>
    </message>
    <message>
        <source>lært af jobbet</source>
        <translation>learned from the job</translation>
    </message>
    <message>
        <source>med hvem</source>
        <translation>with whom</translation>
    </message>
    <message>
        <source>mentor</source>
        <translation>mentor</translation>
    </message>
    <message>
        <source>modtaget</source>
        <translation>received</translation>
    </message>
    <message>
        <source>må ikke siges</source>
        <translation>must not be said</translation>
    </message>
    <message>
        <source>mål</source>
        <translation>goal</translation>
    </message>
    <message>
        <source>måler</source>
        <translation>reviewer</translation>
    </message>
    <message>
        <source>navn</source>
        <translation>name</translation>
    </message>
    <message>
        <source>nedtrapning</source>
        <translation>stepping down</translation>
    </message>
    <message>
        <source>nej</source>
        <translation>no</translation>
    </message>
    <message>
        <source>netværk</source>
        <translation>network</translation>
    </message>
    <message>
        <source>niveau</source>
        <translation>level</translation>
    </message>
    <message>
        <source>nummer</source>
        <translation>number</translation>
    </message>
    <message>
        <source>næste skridt</source>
        <translation>next step</translation>
    </message>
    <message>
        <source>nøgle til seglet</source>
        <translation>key of the seal</translation>
    </message>
    <message numerus="yes">
        <source>og %n til</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>også noteret på klinikken</source>
        <translation>also noted at the clinic</translation>
    </message>
    <message>
        <source>om ordinært job</source>
        <translation>about an ordinary job</translation>
    </message>
    <message>
        <source>omgivelser</source>
        <translation>surroundings</translation>
    </message>
    <message>
        <source>opfyldte dele</source>
        <translation>parts fulfilled</translation>
    </message>
    <message>
        <source>opgaver</source>
        <translation>tasks</translation>
    </message>
    <message>
        <source>opgaver der ikke går</source>
        <translation>tasks that are not possible</translation>
    </message>
    <message>
        <source>opgjort den</source>
        <translation>counted on</translation>
    </message>
    <message>
        <source>opgjort sådan</source>
        <translation>how it was counted</translation>
    </message>
    <message>
        <source>ophør</source>
        <translation>end</translation>
    </message>
    <message>
        <source>oplyst om oplysningspligt</source>
        <translation>told of the duty to report</translation>
    </message>
    <message>
        <source>opsøgende forsøg</source>
        <translation>outreach</translation>
    </message>
    <message>
        <source>ordinær uddannelse</source>
        <translation>ordinary education</translation>
    </message>
    <message>
        <source>overenskomst</source>
        <translation>collective agreement</translation>
    </message>
    <message>
        <source>overført</source>
        <translation>carried over</translation>
    </message>
    <message>
        <source>passer til ønsker</source>
        <translation>fits the wishes</translation>
    </message>
    <message>
        <source>person</source>
        <translation>person</translation>
    </message>
    <message>
        <source>personoplysninger</source>
        <translation>personal data</translation>
    </message>
    <message>
        <source>planlagt løn</source>
        <translation>planned pay</translation>
    </message>
    <message>
        <source>planlagte timer</source>
        <translation>planned hours</translation>
    </message>
    <message>
        <source>procent</source>
        <translation>per cent</translation>
    </message>
    <message>
        <source>præferencer</source>
        <translation>preferences</translation>
    </message>
    <message>
        <source>punkt</source>
        <translation>item</translation>
    </message>
    <message>
        <source>regel</source>
        <translation>rule</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>relation</translation>
    </message>
    <message>
        <source>rettelse</source>
        <translation>correction</translation>
    </message>
    <message>
        <source>rolle</source>
        <translation>role</translation>
    </message>
    <message>
        <source>sagsbehandler</source>
        <translation>case officer</translation>
    </message>
    <message>
        <source>sagsnummer</source>
        <translation>case number</translation>
    </message>
    <message>
        <source>samme som</source>
        <translation>same as</translation>
    </message>
    <message>
        <source>samtale den</source>
        <translation>conversation on</translation>
    </message>
    <message>
        <source>score</source>
        <translation>score</translation>
    </message>
    <message>
        <source>scorer</source>
        <translation>scores</translation>
    </message>
    <message>
        <source>segl</source>
        <translation>seal</translation>
    </message>
    <message>
        <source>ses på igen</source>
        <translation>looked at again</translation>
    </message>
    <message>
        <source>set af</source>
        <translation>seen by</translation>
    </message>
    <message>
        <source>set af leder</source>
        <translation>seen by the leader</translation>
    </message>
    <message>
        <source>set af leder den</source>
        <translation>seen by the leader on</translation>
    </message>
    <message>
        <source>set efter</source>
        <translation>checked</translation>
    </message>
    <message>
        <source>sidste arbejdsdag</source>
        <translation>last working day</translation>
    </message>
    <message>
        <source>sidste dag</source>
        <translation>last day</translation>
    </message>
    <message>
        <source>situation nu</source>
        <translation>situation now</translation>
    </message>
    <message>
        <source>skala</source>
        <translation>scale</translation>
    </message>
    <message>
        <source>skrevet af</source>
        <translation>written by</translation>
    </message>
    <message>
        <source>slags job</source>
        <translation>kind of job</translation>
    </message>
    <message>
        <source>slags ord</source>
        <translation>kind of words</translation>
    </message>
    <message>
        <source>slags støtte</source>
        <translation>kinds of support</translation>
    </message>
    <message>
        <source>sprog</source>
        <translation>languages</translation>
    </message>
    <message>
        <source>spurgt</source>
        <translation>asked</translation>
    </message>
    <message>
        <source>spørgsmål</source>
        <translation>question</translation>
    </message>
    <message>
        <source>start</source>
        <translation>start</translation>
    </message>
    <message>
        <source>start i IPS</source>
        <translation>start in IPS</translation>
    </message>
    <message>
        <source>start i job</source>
        <translation>start in job</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>sted</source>
        <translation>place</translation>
    </message>
    <message>
        <source>stilling</source>
        <translation>position</translation>
    </message>
    <message>
        <source>straffeattest</source>
        <translation>criminal record certificate</translation>
    </message>
    <message>
        <source>styrker</source>
        <translation>strengths</translation>
    </message>
    <message>
        <source>størrelse</source>
        <translation>size</translation>
    </message>
    <message>
        <source>støtte</source>
        <translation>support</translation>
    </message>
    <message>
        <source>svar</source>
        <translation>answer</translation>
    </message>
    <message>
        <source>taget ud</source>
        <translation>taken out</translation>
    </message>
    <message>
        <source>talte med</source>
        <translation>talked to</translation>
    </message>
    <message>
        <source>tegn at handle på</source>
        <translation>signs to act on</translation>
    </message>
    <message>
        <source>telefon</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>tidsbegrænset til</source>
        <translation>temporary until</translation>
    </message>
    <message>
        <source>tidspunkt</source>
        <translation>time</translation>
    </message>
    <message>
        <source>til</source>
        <translation>to</translation>
    </message>
    <message>
        <source>til eller fra</source>
        <translation>to or from</translation>
    </message>
    <message>
        <source>til hvem</source>
        <translation>to whom</translation>
    </message>
    <message>
        <source>timeløn</source>
        <translation>hourly pay</translation>
    </message>
    <message>
        <source>timer i gennemsnit</source>
        <translation>hours on average</translation>
    </message>
    <message>
        <source>timer om ugen</source>
        <translation>hours a week</translation>
    </message>
    <message>
        <source>timer, højst</source>
        <translation>hours, at most</translation>
    </message>
    <message>
        <source>timer, mindst</source>
        <translation>hours, at least</translation>
    </message>
    <message>
        <source>titel</source>
        <translation>title</translation>
    </message>
    <message>
        <source>tolk</source>
        <translation>interpreter</translation>
    </message>
    <message>
        <source>transport</source>
        <translation>transport</translation>
    </message>
    <message>
        <source>transporttid</source>
        <translation>travel time</translation>
    </message>
    <message>
        <source>trukket tilbage</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>uddannelse</source>
        <translation>education</translation>
    </message>
    <message>
        <source>uddannelsessted</source>
        <translation>place of education</translation>
    </message>
    <message>
        <source>udfald</source>
        <translation>outcome</translation>
    </message>
    <message>
        <source>udløber</source>
        <translation>expires</translation>
    </message>
    <message>
        <source>udtrukket</source>
        <translation>drawn</translation>
    </message>
    <message>
        <source>ulemper</source>
        <translation>cons</translation>
    </message>
    <message>
        <source>valg</source>
        <translation>choice</translation>
    </message>
    <message>
        <source>varighed</source>
        <translation>duration</translation>
    </message>
    <message>
        <source>vejledt om ydelser</source>
        <translation>guided about benefits</translation>
    </message>
    <message>
        <source>ydelse skal ordnes</source>
        <translation>a benefit needs sorting out</translation>
    </message>
    <message>
        <source>§ 56-aftale</source>
        <translation>section 56 agreement</translation>
    </message>
    <message>
        <source>Åbenhedsark</source>
        <translation>Disclosure worksheet</translation>
    </message>
    <message>
        <source>Åbn</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Åbnet score</source>
        <translation>Opened score</translation>
    </message>
    <message>
        <source>Ændring</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>åbenhed</source>
        <translation>disclosure</translation>
    </message>
    <message>
        <source>åbnet</source>
        <translation>opened</translation>
    </message>
    <message>
        <source>år</source>
        <translation>year</translation>
    </message>
    <message>
        <source>ønskede opgaver</source>
        <translation>tasks wanted</translation>
    </message>
    <message>
        <source>ønsker</source>
        <translation>wishes</translation>
    </message>
    <message>
        <source>ønsker i planen</source>
        <translation>wishes in the plan</translation>
    </message>
    <message>
        <source>ønsker nyt job</source>
        <translation>wants a new job</translation>
    </message>
    <message>
        <source>ønsker: område</source>
        <translation>wishes: field</translation>
    </message>
    <message>
        <source>ønsker: timer</source>
        <translation>wishes: hours</translation>
    </message>
    <message>
        <source>ønsket løn</source>
        <translation>pay wanted</translation>
    </message>
    <message>
        <source>ønsket støtte</source>
        <translation>support wanted</translation>
    </message>
    <message>
        <source>••••••-••••</source>
        <translation>••••••-••••</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>&amp;Synkronisér nu</source>
        <translation>&amp;Synchronise now</translation>
    </message>
    <message>
        <source>Afgjort</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>Afvist af serverens vagt</source>
        <translation>Refused by the server's guard</translation>
    </message>
    <message>
        <source>Computeren er tilmeldt %1. Dine kandidater hentes nu.</source>
        <translation>The computer is enrolled with %1. Your candidates are being fetched.</translation>
    </message>
    <message>
        <source>Den udgave, der ikke blev valgt, er gemt her.</source>
        <translation>The version that was not chosen is kept here.</translation>
    </message>
    <message>
        <source>Historik</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Intet er sendt endnu.</source>
        <translation>Nothing has been sent yet.</translation>
    </message>
    <message>
        <source>Intet venter.</source>
        <translation>Nothing is waiting.</translation>
    </message>
    <message>
        <source>Jobcentret har kvitteret.</source>
        <translation>The jobcentre has given its receipt.</translation>
    </message>
    <message>
        <source>Ligger hos jobcentret</source>
        <translation>With the jobcenter</translation>
    </message>
    <message>
        <source>Sendt og modtaget, men ikke lagt ind i sagen.</source>
        <translation>Sent and received, but not put into the case.</translation>
    </message>
    <message>
        <source>Synkroniserer …</source>
        <translation>Synchronising …</translation>
    </message>
    <message>
        <source>Synkronisering</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>Synkronisér nu</source>
        <translation>Synchronise now</translation>
    </message>
    <message>
        <source>Teksten ligger kun her. Ret den, så den kan sendes.</source>
        <translation>The text is only here. Correct it so that it can be sent.</translation>
    </message>
    <message>
        <source>Valgt. Det sendes ved næste synkronisering, og den anden udgave er gemt under Afgjort.</source>
        <translation>Chosen. It is sent at the next sync, and the other version is kept under Decided.</translation>
    </message>
    <message>
        <source>Venter</source>
        <translation>Waiting</translation>
    </message>
</context>
<context>
    <name>TaskForm</name>
    <message>
        <source>Hvem gør det</source>
        <translation>Who does it</translation>
    </message>
    <message>
        <source>Mig</source>
        <translation>Me</translation>
    </message>
    <message>
        <source>Senest</source>
        <translation>By</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>%1 dage uden kontakt</source>
        <translation>%1 days without contact</translation>
    </message>
    <message>
        <source>%1 på pause</source>
        <translation>%1 paused</translation>
    </message>
    <message>
        <source>%1 uden kontakt for længe</source>
        <translation>%1 without contact for too long</translation>
    </message>
    <message>
        <source>Afsluttet forløb venter på din underskrift</source>
        <translation>An ended course waits for your signature</translation>
    </message>
    <message>
        <source>Aktive: %1</source>
        <translation>Active: %1</translation>
    </message>
    <message>
        <source>Arbejdsgiverkontakter at se igennem: %1</source>
        <translation>Employer contacts to review: %1</translation>
    </message>
    <message>
        <source>De seneste fire uger. Enter: se dem. Mellemrum: alle er set igennem</source>
        <translation>The last four weeks. Enter: see them. Space: all gone through</translation>
    </message>
    <message>
        <source>Kladder ældre end tre døgn: %1</source>
        <translation>Drafts older than three days: %1</translation>
    </message>
    <message>
        <source>Læs</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Skridt over tid: %1</source>
        <translation>Steps overdue: %1</translation>
    </message>
    <message>
        <source>Uden konsulent</source>
        <translation>Without a consultant</translation>
    </message>
    <message>
        <source>Uden sagsnummer</source>
        <translation>Without a case number</translation>
    </message>
    <message>
        <source>fra %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>og %1 sager mere, der venter</source>
        <translation>and %1 more cases that wait</translation>
    </message>
    <message>
        <source>Åbn</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Intet mere at udfylde.</source>
        <translation>Nothing more to fill in.</translation>
    </message>
    <message>
        <source>Skabeloner</source>
        <translation>Templates</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>Kladde</source>
        <translation>Draft</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Besked</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Luk beskeden</source>
        <translation>Close the message</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>%1 % · mål %2 %</source>
        <translation>%1 % · goal %2 %</translation>
    </message>
    <message>
        <source>%1 af %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n aftale(r)</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n afvist af serverens vagt</source>
        <translation>
            <numerusform>%n refused by the server’s guard</numerusform>
            <numerusform>%n refused by the server’s guard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n anden/andre</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kontakt(er)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notat(er)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opgave(r)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop fra vagten</source>
        <translation>
            <numerusform>%n stop from the guard</numerusform>
            <numerusform>%n stops from the guard</numerusform>
        </translation>
    </message>
    <message>
        <source>Aftal kontakt</source>
        <translation>Arrange contact</translation>
    </message>
    <message>
        <source>Arbejdsgiverkontakter</source>
        <translation>Employer contacts</translation>
    </message>
    <message>
        <source>Eller vent: jobcentrets kommer ved næste synkronisering</source>
        <translation>Or wait: the jobcenter’s come at the next synchronisation</translation>
    </message>
    <message>
        <source>Fortsæt</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Gjort</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>God aften</source>
        <translation>Good evening</translation>
    </message>
    <message>
        <source>God dag</source>
        <translation>Good day</translation>
    </message>
    <message>
        <source>God morgen</source>
        <translation>Good morning</translation>
    </message>
    <message>
        <source>Intet forfalder i dag.</source>
        <translation>Nothing is due today.</translation>
    </message>
    <message>
        <source>Intet forfalder i dag. Næste aftale: %1.</source>
        <translation>Nothing is due today. Next appointment: %1.</translation>
    </message>
    <message>
        <source>Læs</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Læs håndbogens første side</source>
        <translation>Read the first page of the handbook</translation>
    </message>
    <message>
        <source>Notat</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Opret</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Opret din første kandidat</source>
        <translation>Add your first candidate</translation>
    </message>
    <message>
        <source>Samtaler</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Sendes, når du er på kommunens net</source>
        <translation>Sent when you are on the municipal network</translation>
    </message>
    <message>
        <source>Skal rettes, før det kan sendes</source>
        <translation>Has to be rewritten before it can be sent</translation>
    </message>
    <message>
        <source>Skriv</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Skriv en arbejdsgiver ind</source>
        <translation>Enter an employer</translation>
    </message>
    <message>
        <source>Skriv jobbet ind, så følger støtten med</source>
        <translation>Write the job down, and support will follow</translation>
    </message>
    <message>
        <source>Så er den der, når du vil skrive om et besøg</source>
        <translation>Then it is there when you want to write about a visit</translation>
    </message>
    <message>
        <source>Tid ude af huset</source>
        <translation>Time out of the office</translation>
    </message>
    <message>
        <source>To minutter om notater, vagten og synkronisering</source>
        <translation>Two minutes about notes, the guard and synchronisation</translation>
    </message>
    <message>
        <source>Vis</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>aftale %1</source>
        <translation>appointment %1</translation>
    </message>
    <message>
        <source>ingen aftale</source>
        <translation>no appointment</translation>
    </message>
    <message>
        <source>ingen aftalt</source>
        <translation>none arranged</translation>
    </message>
    <message>
        <source>ingen kandidat valgt</source>
        <translation>no candidate chosen</translation>
    </message>
    <message>
        <source>ingen tid noteret endnu</source>
        <translation>no time recorded yet</translation>
    </message>
    <message>
        <source>Åbn</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n dag(e) eller mere</source>
        <translation>
            <numerusform>%n day or more</numerusform>
            <numerusform>%n days or more</numerusform>
        </translation>
    </message>
    <message>
        <source>Aftaler i dag</source>
        <translation>Appointments today</translation>
    </message>
    <message>
        <source>Arbejdsgiverkontakterne er set igennem.</source>
        <translation>The employer contacts have been reviewed.</translation>
    </message>
    <message>
        <source>Gemt her, ikke synkroniseret</source>
        <translation>Saved here, not synchronised</translation>
    </message>
    <message>
        <source>Husk</source>
        <translation>Remember</translation>
    </message>
    <message>
        <source>Ikke haft kontakt</source>
        <translation>No contact</translation>
    </message>
    <message>
        <source>Intet venter her.</source>
        <translation>Nothing is waiting here.</translation>
    </message>
    <message>
        <source>Kladder</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Opfølgning forfalder</source>
        <translation>Follow-up due</translation>
    </message>
    <message>
        <source>Sådan kommer du i gang</source>
        <translation>How to begin</translation>
    </message>
    <message>
        <source>Teamet</source>
        <translation>The team</translation>
    </message>
    <message>
        <source>Ugen i tal</source>
        <translation>The week in figures</translation>
    </message>
    <message>
        <source>Vagten ville stoppe dette nu</source>
        <translation>The guard would stop this now</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Jobcenter Strandby</source>
        <translation>Jobcenter Strandby</translation>
    </message>
    <message>
        <source>Opdigtede data: alt er væk, når du låser eller lukker</source>
        <translation>Invented data: everything is gone when you lock or close</translation>
    </message>
</context>
<context>
    <name>TrialForm</name>
    <message>
        <source>%1 af %2 er skrevet</source>
        <translation>%1 of %2 written</translation>
    </message>
    <message>
        <source>22 opdigtede kandidater med tre måneders notater, aftaler og besøg. Intet af det kan sendes, og alt er væk, når du låser eller lukker.</source>
        <translation>22 invented candidates with three months of notes, appointments and visits. None of it can be sent, and everything is gone when you lock or close.</translation>
    </message>
    <message>
        <source>Skriver den opdigtede journal</source>
        <translation>Writing the invented journal</translation>
    </message>
</context>
<context>
    <name>Twins</name>
    <message>
        <source>%1 og %2</source>
        <translation>%1 and %2</translation>
    </message>
    <message>
        <source>De to linjer er én nu. Det kan fortrydes under Steder og personer.</source>
        <translation>The two lines are one now. It can be undone under Places and people.</translation>
    </message>
    <message>
        <source>Det er to arbejdsgivere. Der spørges ikke igen.</source>
        <translation>They are two employers. You will not be asked again.</translation>
    </message>
    <message>
        <source>Ingen linjer i registeret ligner hinanden.</source>
        <translation>No lines of the register are alike.</translation>
    </message>
    <message>
        <source>Mellemrum slår de to linjer sammen; det kan fortrydes. Delete: det er to forskellige.</source>
        <translation>Space makes the two lines one; it can be undone. Delete: they are two.</translation>
    </message>
    <message>
        <source>Mulige dubletter</source>
        <translation>Possible duplicates</translation>
    </message>
    <message>
        <source>Slå sammen</source>
        <translation>Make one</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Brugbar. Et ord mere gør den god.</source>
        <translation>Usable. One word more makes it good.</translation>
    </message>
    <message>
        <source>Den gentager sig selv. Vælg forskellige ord.</source>
        <translation>It repeats itself. Choose different words.</translation>
    </message>
    <message>
        <source>Der må ikke skrives i journalens mappe. Intet er ændret. Du kan læse i journalen imens. Kontakt it-support.</source>
        <translation>The journal's folder may not be written to. Nothing was changed. You can read the journal meanwhile. Contact IT support.</translation>
    </message>
    <message>
        <source>Disken svarer med fejl, og journalen kan ikke læses helt (kode E-18). Intet er ændret eller slettet. Lad computeren være, som den er, og ring til it-support: de kan kopiere disken og redde det, der kan læses.</source>
        <translation>The disk answers with errors, and the journal cannot be read whole (code E-18). Nothing was changed or deleted. Leave the computer as it is, and call IT support: they can copy the disk and save what can be read.</translation>
    </message>
    <message numerus="yes">
        <source>Du kan prøve igen om %n minut(ter).</source>
        <translation>
            <numerusform>You can try again in %n minute.</numerusform>
            <numerusform>You can try again in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Du kan prøve igen om %n sekund(er).</source>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>En sætning, kun du kender, er let at huske.</source>
        <translation>A sentence only you know is easy to remember.</translation>
    </message>
    <message>
        <source>Et andet program, måske virusscanneren, holder fast i journalens fil. Vent lidt, og prøv igen. Intet er ændret.</source>
        <translation>Another program, perhaps the virus scanner, holds the journal's file. Wait a little, and try again. Nothing was changed.</translation>
    </message>
    <message numerus="yes">
        <source>For kort endnu: mindst %n tegn.</source>
        <translation>
            <numerusform>Too short still: at least %n character.</numerusform>
            <numerusform>Too short still: at least %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>For kort endnu: mindst 15 tegn eller fem ord.</source>
        <translation>Too short still: at least 15 characters or five words.</translation>
    </message>
    <message>
        <source>Færdiggør det, der blev afbrudt …</source>
        <translation>Finishing what was interrupted …</translation>
    </message>
    <message>
        <source>Færdiggør opdateringen …</source>
        <translation>Finishing the update …</translation>
    </message>
    <message>
        <source>Giver journalen nye nøgler …</source>
        <translation>Giving the journal new keys …</translation>
    </message>
    <message>
        <source>God adgangskode.</source>
        <translation>Good passphrase.</translation>
    </message>
    <message>
        <source>Gør journalen klar til den nye udgave …</source>
        <translation>Making the journal ready for the new version …</translation>
    </message>
    <message>
        <source>Journalen er ikke åbnet: disken er fuld. Intet er ændret. Flyt eller slet noget andet på disken, og prøv igen.</source>
        <translation>The journal was not opened: the disk is full. Nothing was changed. Move or delete something else on the disk, and try again.</translation>
    </message>
    <message>
        <source>Let at gætte. Vælg ord, der ikke hører sammen.</source>
        <translation>Easy to guess. Choose words that do not belong together.</translation>
    </message>
    <message numerus="yes">
        <source>Mindst %n tegn.</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mindst 15 tegn eller fem ord.</source>
        <translation>At least 15 characters or five words.</translation>
    </message>
    <message>
        <source>Stærk adgangskode.</source>
        <translation>Strong passphrase.</translation>
    </message>
</context>
<context>
    <name>UnlockForm</name>
    <message>
        <source>Adgangskode</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Adgangskoden kan ikke slås op, heller ikke af os. Ring til it-support: sammen med kommunens genskabelsesnøgle kan de lukke dig ind igen. Opret ikke en ny journal.</source>
        <translation>The passphrase cannot be looked up, not even by us. Phone IT support: together with the municipality's recovery key they can let you in again. Do not create a new journal.</translation>
    </message>
    <message>
        <source>Bed kommunen om at lukke mig ind</source>
        <translation>Ask the municipality to let me in</translation>
    </message>
    <message>
        <source>Jeg har glemt adgangskoden</source>
        <translation>I have forgotten the passphrase</translation>
    </message>
    <message>
        <source>Lås op</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Låser op …</source>
        <translation>Unlocking …</translation>
    </message>
    <message>
        <source>Noget blev afbrudt, sidst journalen var i brug. Det gøres færdigt, når du låser op. Intet er tabt.</source>
        <translation>Something was interrupted when the journal was last in use. It is finished when you unlock. Nothing is lost.</translation>
    </message>
    <message>
        <source>Red det, der kan læses …</source>
        <translation>Save what can be read …</translation>
    </message>
    <message>
        <source>Skriv din adgangskode.</source>
        <translation>Type your passphrase.</translation>
    </message>
    <message>
        <source>Åbn kun til læsning</source>
        <translation>Open to read only</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Begynd forfra</source>
        <translation>Begin anew</translation>
    </message>
    <message>
        <source>Data ligger krypteret på denne computer.</source>
        <translation>Data is encrypted on this computer.</translation>
    </message>
    <message>
        <source>Du er klar</source>
        <translation>You are ready</translation>
    </message>
    <message>
        <source>Feltjournal er låst</source>
        <translation>Feltjournal is locked</translation>
    </message>
    <message>
        <source>Gør en prøvejournal klar</source>
        <translation>Preparing a journal to try</translation>
    </message>
    <message>
        <source>Jobcentret har bestemt, at journalen på denne computer skulle slettes. Det, der ventede på at blive sendt, blev sendt først. Kontakt jobcentret, hvis det kommer bag på dig.</source>
        <translation>The job centre decided that the journal on this computer should be deleted. What waited to be sent was sent first. Contact the job centre if this surprises you.</translation>
    </message>
    <message>
        <source>Journalen er oprettet</source>
        <translation>The journal is created</translation>
    </message>
    <message>
        <source>Journalen er slettet efter ordre</source>
        <translation>The journal has been deleted on order</translation>
    </message>
    <message>
        <source>Journalen kan ikke nås</source>
        <translation>The journal cannot be reached</translation>
    </message>
    <message>
        <source>Journalen kan ikke åbnes</source>
        <translation>The journal cannot be opened</translation>
    </message>
    <message>
        <source>Journalen kan kun læses</source>
        <translation>The journal can only be read</translation>
    </message>
    <message>
        <source>Læg en kopi tilbage …</source>
        <translation>Put a copy back …</translation>
    </message>
    <message>
        <source>Prøv igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Ser efter, om du har en journal et andet sted …</source>
        <translation>Checking whether you have a journal elsewhere …</translation>
    </message>
    <message>
        <source>Tilbage til din journal</source>
        <translation>Back to your journal</translation>
    </message>
    <message>
        <source>Trin %1 af %2</source>
        <translation>Step %1 of %2</translation>
    </message>
    <message>
        <source>Velkommen til Feltjournal</source>
        <translation>Welcome to Feltjournal</translation>
    </message>
</context>
<context>
    <name>Unreachable</name>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Prøv igen</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>Untransferred</name>
    <message>
        <source>Alle dine notater er ført i fagsystemet.</source>
        <translation>All your notes are in the case system.</translation>
    </message>
    <message>
        <source>Enter kopierer notatet og spørger om nummeret i fagsystemet.</source>
        <translation>Enter copies the note and asks for its number in the case system.</translation>
    </message>
    <message>
        <source>Ikke ført i fagsystemet</source>
        <translation>Not in the case system yet</translation>
    </message>
    <message>
        <source>Kopiér</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Notater</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>VisitView</name>
    <message numerus="yes">
        <source>%n sted(er) at se på senere</source>
        <translation>
            <numerusform>%n place to look at later</numerusform>
            <numerusform>%n places to look at later</numerusform>
        </translation>
    </message>
    <message>
        <source>Afslut besøg (F10)</source>
        <translation>End the visit (F10)</translation>
    </message>
    <message>
        <source>Arbejdsgiver</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>Besøg · %1 · startet kl. %2</source>
        <translation>Visit · %1 · begun at %2</translation>
    </message>
    <message>
        <source>Besøgets varighed</source>
        <translation>How long the visit has lasted</translation>
    </message>
    <message>
        <source>Besøgsvisning</source>
        <translation>Visit view</translation>
    </message>
    <message>
        <source>Besøgsvisning: ingen navne eller kandidatoplysninger på skærmen. F8 går tilbage.</source>
        <translation>Visit view: no names or candidate data on the screen. F8 goes back.</translation>
    </message>
    <message>
        <source>Gemmes løbende</source>
        <translation>Saved as you write</translation>
    </message>
    <message>
        <source>Hvad er vigtigt for dem?</source>
        <translation>What matters to them?</translation>
    </message>
    <message>
        <source>Hvad har vi aftalt?</source>
        <translation>What have we agreed?</translation>
    </message>
    <message>
        <source>Hvad laver de, og hvad mangler de?</source>
        <translation>What do they do, and what do they lack?</translation>
    </message>
    <message>
        <source>Hvem talte jeg med?</source>
        <translation>Whom did I talk to?</translation>
    </message>
    <message>
        <source>Må kontaktes igen</source>
        <translation>May be contacted again</translation>
    </message>
    <message>
        <source>Nyt sted: skriv navnet</source>
        <translation>A new place: write its name</translation>
    </message>
    <message>
        <source>Næste besøg aftalt</source>
        <translation>Next visit agreed</translation>
    </message>
    <message>
        <source>Skriv her …</source>
        <translation>Write here …</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>&amp;Afslut</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Dæk skærmen</source>
        <translation>&amp;Cover the screen</translation>
    </message>
    <message>
        <source>&amp;Find alt</source>
        <translation>&amp;Find anything</translation>
    </message>
    <message>
        <source>&amp;Fortryd</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Følg computerens tema</source>
        <translation>&amp;Follow the computer's theme</translation>
    </message>
    <message>
        <source>&amp;Genveje</source>
        <translation>&amp;Shortcuts</translation>
    </message>
    <message>
        <source>&amp;Håndbog</source>
        <translation>&amp;Handbook</translation>
    </message>
    <message>
        <source>&amp;Høj kontrast</source>
        <translation>&amp;High contrast</translation>
    </message>
    <message>
        <source>&amp;Klinikmøde</source>
        <translation>&amp;Clinic meeting</translation>
    </message>
    <message>
        <source>&amp;Lyst tema</source>
        <translation>&amp;Light theme</translation>
    </message>
    <message>
        <source>&amp;Lås</source>
        <translation>&amp;Lock</translation>
    </message>
    <message>
        <source>&amp;Mindre tekst</source>
        <translation>S&amp;maller text</translation>
    </message>
    <message>
        <source>&amp;Normal tekst</source>
        <translation>&amp;Normal text</translation>
    </message>
    <message>
        <source>&amp;Nyt notat</source>
        <translation>&amp;New note</translation>
    </message>
    <message>
        <source>&amp;Om Feltjournal</source>
        <translation>&amp;About Feltjournal</translation>
    </message>
    <message>
        <source>&amp;Politik</source>
        <translation>&amp;Policy</translation>
    </message>
    <message>
        <source>&amp;Større tekst</source>
        <translation>&amp;Larger text</translation>
    </message>
    <message>
        <source>&amp;Tilbage</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>&amp;Udskriv</source>
        <translation>&amp;Print</translation>
    </message>
    <message>
        <source>Arbejdsgivere</source>
        <translation>Employers</translation>
    </message>
    <message>
        <source>Fidelitet</source>
        <translation>Fidelity</translation>
    </message>
    <message>
        <source>Hent &amp;redningskopi</source>
        <translation>Fetch &amp;rescue copy</translation>
    </message>
    <message>
        <source>Hvad betyder &amp;timer?</source>
        <translation>What do h&amp;ours mean?</translation>
    </message>
    <message>
        <source>Hvad gemmer Feltjournal &amp;ikke?</source>
        <translation>What does Feltjournal &amp;not keep?</translation>
    </message>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Indstillinger</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Kalender</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Kandidater</source>
        <translation>Candidates</translation>
    </message>
    <message>
        <source>Mør&amp;kt tema</source>
        <translation>&amp;Dark theme</translation>
    </message>
    <message>
        <source>Skift adgangs&amp;kode</source>
        <translation>Change pass&amp;phrase</translation>
    </message>
    <message>
        <source>Sprog: &amp;English</source>
        <translation>Language: &amp;English</translation>
    </message>
    <message>
        <source>Sprog: &amp;dansk</source>
        <translation>Language: &amp;Dansk</translation>
    </message>
    <message>
        <source>Synkronisering</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>Tal</source>
        <translation>Figures</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>A-kassen</source>
        <translation>The unemployment fund</translation>
    </message>
    <message>
        <source>AMU-kursus</source>
        <translation>AMU course</translation>
    </message>
    <message>
        <source>AVU</source>
        <translation>AVU</translation>
    </message>
    <message>
        <source>Afklaring</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Afstand</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Aftale</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Aftalen udløb</source>
        <translation>The contract expired</translation>
    </message>
    <message>
        <source>Anden administration</source>
        <translation>Other administration</translation>
    </message>
    <message>
        <source>Andre sager</source>
        <translation>Other cases</translation>
    </message>
    <message>
        <source>Annonce</source>
        <translation>Advertisement</translation>
    </message>
    <message>
        <source>Antal kolleger</source>
        <translation>Number of colleagues</translation>
    </message>
    <message>
        <source>Arbejdsgiveren</source>
        <translation>The employer</translation>
    </message>
    <message>
        <source>Arbejdsgiveren sluttede det</source>
        <translation>The employer ended it</translation>
    </message>
    <message>
        <source>Arbejdsgiverkontakt</source>
        <translation>Employer contact</translation>
    </message>
    <message>
        <source>Bedre tilbud</source>
        <translation>A better offer</translation>
    </message>
    <message>
        <source>Begyndte uddannelse</source>
        <translation>Began an education</translation>
    </message>
    <message>
        <source>Behandlingsteam</source>
        <translation>Treatment team</translation>
    </message>
    <message>
        <source>Behandlingsteamet</source>
        <translation>The treatment team</translation>
    </message>
    <message>
        <source>Besøg i starten</source>
        <translation>A visit at the start</translation>
    </message>
    <message>
        <source>Bevilget</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>Brev eller besked</source>
        <translation>Letter or message</translation>
    </message>
    <message>
        <source>Delvis, med kandidatens egne ord</source>
        <translation>Partly, in the candidate's own words</translation>
    </message>
    <message>
        <source>Delvist</source>
        <translation>Partly</translation>
    </message>
    <message>
        <source>Enkeltfag</source>
        <translation>Single subject</translation>
    </message>
    <message>
        <source>Erhvervsuddannelse (EUD)</source>
        <translation>Vocational education (EUD)</translation>
    </message>
    <message>
        <source>FVU</source>
        <translation>FVU</translation>
    </message>
    <message>
        <source>Fagforeningen</source>
        <translation>The union</translation>
    </message>
    <message>
        <source>Familie</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Feltmentoring</source>
        <translation>Field mentoring</translation>
    </message>
    <message>
        <source>Ferie eller fri</source>
        <translation>Holiday or leave</translation>
    </message>
    <message>
        <source>Fravær</source>
        <translation>Absence</translation>
    </message>
    <message>
        <source>Fri til aftaler (uden grund)</source>
        <translation>Time off for appointments (no reason)</translation>
    </message>
    <message>
        <source>Fuld åbenhed</source>
        <translation>Full openness</translation>
    </message>
    <message>
        <source>Gennemført</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Gældsrådgiver</source>
        <translation>Debt adviser</translation>
    </message>
    <message>
        <source>HF, STX eller lignende</source>
        <translation>HF, STX or similar</translation>
    </message>
    <message>
        <source>Helbred (uden uddybning)</source>
        <translation>Health (no details)</translation>
    </message>
    <message>
        <source>Hos arbejdsgiver</source>
        <translation>At an employer</translation>
    </message>
    <message>
        <source>Hos kandidaten</source>
        <translation>At the candidate's</translation>
    </message>
    <message>
        <source>I enighed</source>
        <translation>By agreement</translation>
    </message>
    <message>
        <source>I gang</source>
        <translation>Ongoing</translation>
    </message>
    <message>
        <source>IPS-konsulent</source>
        <translation>IPS consultant</translation>
    </message>
    <message>
        <source>IPS-team</source>
        <translation>IPS team</translation>
    </message>
    <message>
        <source>IPS-team og supervision</source>
        <translation>IPS team and supervision</translation>
    </message>
    <message>
        <source>IPS-uddannet</source>
        <translation>Trained in IPS</translation>
    </message>
    <message>
        <source>Ikke uddannet i IPS</source>
        <translation>Not trained in IPS</translation>
    </message>
    <message>
        <source>Inde eller ude</source>
        <translation>Indoors or outdoors</translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Ingen åbenhed</source>
        <translation>No openness</translation>
    </message>
    <message>
        <source>Intet svar</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Jobfinding</source>
        <translation>Job finding</translation>
    </message>
    <message>
        <source>Jobnet</source>
        <translation>Jobnet</translation>
    </message>
    <message>
        <source>Jobsøgning</source>
        <translation>Job search</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Kandidaten</source>
        <translation>The candidate</translation>
    </message>
    <message>
        <source>Kandidaten og arbejdsgiveren</source>
        <translation>The candidate and the employer</translation>
    </message>
    <message>
        <source>Kandidaten sagde op</source>
        <translation>The candidate resigned</translation>
    </message>
    <message>
        <source>Kandidaten selv</source>
        <translation>The candidate</translation>
    </message>
    <message>
        <source>Klinikken</source>
        <translation>The clinic</translation>
    </message>
    <message>
        <source>Kollega</source>
        <translation>Colleague</translation>
    </message>
    <message>
        <source>Kollegerne</source>
        <translation>The colleagues</translation>
    </message>
    <message>
        <source>Kom ikke</source>
        <translation>Did not come</translation>
    </message>
    <message>
        <source>Konsulenten</source>
        <translation>The consultant</translation>
    </message>
    <message>
        <source>Konsulentens kontakt</source>
        <translation>The consultant's contact</translation>
    </message>
    <message>
        <source>Kontakt til en kollega</source>
        <translation>Contact with a colleague</translation>
    </message>
    <message>
        <source>Kontoret</source>
        <translation>The office</translation>
    </message>
    <message>
        <source>Kort videregående</source>
        <translation>Short higher education</translation>
    </message>
    <message>
        <source>Kun om arbejdet, ikke om helbred</source>
        <translation>About the work only, not about health</translation>
    </message>
    <message>
        <source>Kursus</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>Kursus i IPS</source>
        <translation>Course in IPS</translation>
    </message>
    <message>
        <source>Lang videregående</source>
        <translation>Long higher education</translation>
    </message>
    <message>
        <source>Ledelsen</source>
        <translation>The management</translation>
    </message>
    <message>
        <source>Løn</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>Lønnen</source>
        <translation>The pay</translation>
    </message>
    <message>
        <source>Med andre eller alene</source>
        <translation>With others or alone</translation>
    </message>
    <message>
        <source>Mellemlang videregående</source>
        <translation>Medium higher education</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>Mentor på arbejdet</source>
        <translation>Mentor at work</translation>
    </message>
    <message>
        <source>Myndighed</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Myndigheden</source>
        <translation>The authority</translation>
    </message>
    <message>
        <source>Møde</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Møde med behandlingsteam</source>
        <translation>Meeting with the treatment team</translation>
    </message>
    <message>
        <source>Nedskæring</source>
        <translation>Redundancy</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Netværk</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Notat</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Næste skridt i karrieren</source>
        <translation>The next step of the career</translation>
    </message>
    <message>
        <source>Opfølgning</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Opgaver</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Opgaverne</source>
        <translation>The tasks</translation>
    </message>
    <message>
        <source>Oplyse timer til ydelsen</source>
        <translation>Reporting hours for the benefit</translation>
    </message>
    <message>
        <source>Opsøgt, hvor kandidaten er</source>
        <translation>Visited where the candidate is</translation>
    </message>
    <message>
        <source>Optagelse</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Peer</translation>
    </message>
    <message>
        <source>Pension</source>
        <translation>Pension</translation>
    </message>
    <message>
        <source>Praktik, der blev til job</source>
        <translation>Internship that became a job</translation>
    </message>
    <message>
        <source>Private forhold</source>
        <translation>Private matters</translation>
    </message>
    <message>
        <source>På uddannelsessted</source>
        <translation>At a place of education</translation>
    </message>
    <message>
        <source>På vej</source>
        <translation>On the way</translation>
    </message>
    <message>
        <source>Påmindelse eller opkald om morgenen</source>
        <translation>Reminder or morning call</translation>
    </message>
    <message>
        <source>Pårørende</source>
        <translation>Relative</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Råd til arbejdsgiver</source>
        <translation>Advice to the employer</translation>
    </message>
    <message>
        <source>Sammen</source>
        <translation>Together</translation>
    </message>
    <message>
        <source>Samtale med kandidat</source>
        <translation>Meeting with a candidate</translation>
    </message>
    <message>
        <source>Skiftede til nyt job</source>
        <translation>Moved to a new job</translation>
    </message>
    <message>
        <source>Skrevet selv</source>
        <translation>Written by hand</translation>
    </message>
    <message>
        <source>Slags job</source>
        <translation>Kind of job</translation>
    </message>
    <message>
        <source>Socialrådgiver</source>
        <translation>Social worker</translation>
    </message>
    <message>
        <source>Stoppet</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Struktur på opgaverne</source>
        <translation>Structure for the tasks</translation>
    </message>
    <message>
        <source>Støj</source>
        <translation>Noise</translation>
    </message>
    <message>
        <source>Støtte i job</source>
        <translation>Support in a job</translation>
    </message>
    <message>
        <source>Støtte på jobbet</source>
        <translation>Support on the job</translation>
    </message>
    <message>
        <source>Støttekontakt</source>
        <translation>Support contact</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>Sæsonen sluttede</source>
        <translation>The season ended</translation>
    </message>
    <message>
        <source>Søgt</source>
        <translation>Applied for</translation>
    </message>
    <message>
        <source>Telefon eller online</source>
        <translation>By phone or online</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Pace</translation>
    </message>
    <message>
        <source>Tid på dagen</source>
        <translation>Time of day</translation>
    </message>
    <message>
        <source>Tilbagemelding fra arbejdsgiver</source>
        <translation>Feedback from the employer</translation>
    </message>
    <message>
        <source>Tilpasning af arbejdspladsen</source>
        <translation>Adjusting the workplace</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>Timerne</source>
        <translation>The hours</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Transporten</source>
        <translation>The transport</translation>
    </message>
    <message>
        <source>Udbetaling Danmark</source>
        <translation>Udbetaling Danmark</translation>
    </message>
    <message>
        <source>Ude i byen</source>
        <translation>Out and about</translation>
    </message>
    <message>
        <source>Under uddannelse</source>
        <translation>In training</translation>
    </message>
    <message>
        <source>Vagt i kommunen</source>
        <translation>Desk duty at the municipality</translation>
    </message>
    <message>
        <source>Vagter</source>
        <translation>Shifts</translation>
    </message>
    <message>
        <source>Ydelseskontoret</source>
        <translation>The benefits office</translation>
    </message>
    <message>
        <source>Ydelsesvejledning</source>
        <translation>Benefits guidance</translation>
    </message>
    <message>
        <source>Øve transporten</source>
        <translation>Practising the journey</translation>
    </message>
</context>
<context>
    <name>WorkForms</name>
    <message>
        <source> kr.</source>
        <translation> kr.</translation>
    </message>
    <message>
        <source>Ansættelsesform</source>
        <translation>Form of employment</translation>
    </message>
    <message>
        <source>Arbejdsgiver</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>Arbejdsgiveren må kontaktes</source>
        <translation>The employer may be contacted</translation>
    </message>
    <message>
        <source>Arbejdssted</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Arbejdstider</source>
        <translation>Working times</translation>
    </message>
    <message>
        <source>Dagen, hvor fire timer var nået</source>
        <translation>The day four hours were reached</translation>
    </message>
    <message>
        <source>Dato</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Du hørte det den</source>
        <translation>You heard of it on</translation>
    </message>
    <message>
        <source>Fase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Fire cifre; kan udelades</source>
        <translation>Four digits; may be left out</translation>
    </message>
    <message>
        <source>Fire timer er arbejdet</source>
        <translation>Four hours are worked</translation>
    </message>
    <message>
        <source>For eksempel: jeg møder for sent to dage i træk, så ring til mig.</source>
        <translation>For example: when I am late two days running, call me.</translation>
    </message>
    <message>
        <source>Forsøg uden kontakt</source>
        <translation>Attempt without contact</translation>
    </message>
    <message>
        <source>Fundet gennem</source>
        <translation>Found through</translation>
    </message>
    <message>
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Gik i god forståelse</source>
        <translation>Left on good terms</translation>
    </message>
    <message>
        <source>Grunde</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>Grunde, hvis det stoppede</source>
        <translation>Reasons, if it stopped</translation>
    </message>
    <message>
        <source>Hvad kom der ud af det</source>
        <translation>What came of it</translation>
    </message>
    <message>
        <source>Hvad skal være anderledes næste gang?</source>
        <translation>What should be different next time?</translation>
    </message>
    <message>
        <source>Hvad virkede?</source>
        <translation>What worked?</translation>
    </message>
    <message>
        <source>Hvad ønsker kandidaten hjælp til?</source>
        <translation>What does the candidate want help with?</translation>
    </message>
    <message>
        <source>Hvem sluttede det</source>
        <translation>Who ended it</translation>
    </message>
    <message>
        <source>Hvem støtter</source>
        <translation>Who supports</translation>
    </message>
    <message>
        <source>Hvordan</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Jobbet er gemt her og sendes på kommunens net.</source>
        <translation>The job is saved here and will be sent on the municipal network.</translation>
    </message>
    <message>
        <source>Jobbet er ophørt</source>
        <translation>The job has ended</translation>
    </message>
    <message>
        <source>Jobbet tæller nu som jobstart.</source>
        <translation>The job now counts as a job start.</translation>
    </message>
    <message>
        <source>Jobtype (DISCO-08)</source>
        <translation>Type of job (ISCO-08)</translation>
    </message>
    <message>
        <source>Kandidaten takkede nej denne gang</source>
        <translation>The candidate said no this time</translation>
    </message>
    <message>
        <source>Klokken</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Kontakt på arbejdet</source>
        <translation>Contact at work</translation>
    </message>
    <message>
        <source>Kontakt på stedet</source>
        <translation>Contact there</translation>
    </message>
    <message>
        <source>Lav en ny jobsøgningsplan</source>
        <translation>Make a new job search plan</translation>
    </message>
    <message>
        <source>Med hvem</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>Mål</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Nedtrapning: hvem tager over</source>
        <translation>Stepping down: who takes over</translation>
    </message>
    <message>
        <source>Niveau</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Ny støttekontakt</source>
        <translation>New support contact</translation>
    </message>
    <message>
        <source>Ny uddannelse</source>
        <translation>New education</translation>
    </message>
    <message>
        <source>Nyt job</source>
        <translation>New job</translation>
    </message>
    <message>
        <source>Næste skridt</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Om arbejdet, ikke om helbred</source>
        <translation>About the work, not about health</translation>
    </message>
    <message>
        <source>Ophøret er gemt. Støtten fortsætter.</source>
        <translation>The end is saved. Support goes on.</translation>
    </message>
    <message>
        <source>Ophørt den</source>
        <translation>Ended on</translation>
    </message>
    <message>
        <source>Ordinær uddannelse</source>
        <translation>Ordinary education</translation>
    </message>
    <message>
        <source>Overenskomst</source>
        <translation>Collective agreement</translation>
    </message>
    <message>
        <source>Passer til ønsker</source>
        <translation>Fits the wishes</translation>
    </message>
    <message>
        <source>Ret jobbet</source>
        <translation>Change the job</translation>
    </message>
    <message>
        <source>Ret uddannelsen</source>
        <translation>Change the education</translation>
    </message>
    <message>
        <source>SPS</source>
        <translation>Special educational support</translation>
    </message>
    <message>
        <source>Sidste arbejdsdag</source>
        <translation>Last working day</translation>
    </message>
    <message>
        <source>Skriv begyndelsen af navnet</source>
        <translation>Write the beginning of the name</translation>
    </message>
    <message>
        <source>Slags støtte</source>
        <translation>Kinds of support</translation>
    </message>
    <message>
        <source>Slut</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Stilling</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Støttekontakten er gemt her og sendes på kommunens net.</source>
        <translation>The support contact is saved here and will be sent on the municipal network.</translation>
    </message>
    <message>
        <source>Støtteplan i job</source>
        <translation>Support plan in a job</translation>
    </message>
    <message>
        <source>Støtteplanen er gemt. Den ses på igen om 30 dage.</source>
        <translation>The support plan is saved. It is looked at again in 30 days.</translation>
    </message>
    <message>
        <source>Tegn at handle på, med kandidatens egne ord om arbejdet</source>
        <translation>Signs to act on, in the candidate's own words about work</translation>
    </message>
    <message>
        <source>Tidsbegrænset til</source>
        <translation>Temporary until</translation>
    </message>
    <message>
        <source>Timeløn</source>
        <translation>Hourly pay</translation>
    </message>
    <message>
        <source>Timer om ugen</source>
        <translation>Hours a week</translation>
    </message>
    <message>
        <source>Timer om ugen i gennemsnit</source>
        <translation>Hours a week on average</translation>
    </message>
    <message>
        <source>Uddannelse</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>Uddannelsen er gemt her og sendes på kommunens net.</source>
        <translation>The education is saved here and will be sent on the municipal network.</translation>
    </message>
    <message>
        <source>Uddannelsessted</source>
        <translation>Place of education</translation>
    </message>
    <message>
        <source>Varighed</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Vejledt om ydelser den</source>
        <translation>Guided about benefits on</translation>
    </message>
    <message>
        <source>Ydelse skal ordnes</source>
        <translation>A benefit needs sorting out</translation>
    </message>
    <message>
        <source>§ 56-aftale</source>
        <translation>Section 56 agreement</translation>
    </message>
    <message>
        <source>Åbenhed</source>
        <translation>Openness</translation>
    </message>
    <message>
        <source>Ønsker nyt job</source>
        <translation>Wants a new job</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>%1 kr. i timen</source>
        <translation>%1 kr. an hour</translation>
    </message>
    <message>
        <source>%1 senest %2.</source>
        <translation>%1 by %2.</translation>
    </message>
    <message>
        <source>%1 skulle have været senest %2.</source>
        <translation>%1 was due by %2.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Ansættelse</source>
        <translation>Employment</translation>
    </message>
    <message>
        <source>Arbejdssted</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>Arbejdstider</source>
        <translation>Working times</translation>
    </message>
    <message>
        <source>Det virkede</source>
        <translation>What worked</translation>
    </message>
    <message>
        <source>Fire timer er arbejdet</source>
        <translation>Four hours are worked</translation>
    </message>
    <message>
        <source>Fundet gennem</source>
        <translation>Found through</translation>
    </message>
    <message>
        <source>Grunde</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>Hvem sluttede det</source>
        <translation>Who ended it</translation>
    </message>
    <message>
        <source>Hvem støtter</source>
        <translation>Who supports</translation>
    </message>
    <message>
        <source>Ikke endnu: fire timer skal være arbejdet</source>
        <translation>Not yet: four hours must be worked</translation>
    </message>
    <message>
        <source>Ingen endnu</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>Ingen vejledning om ydelser er noteret før jobstart.</source>
        <translation>No benefits guidance is noted before the job start.</translation>
    </message>
    <message>
        <source>Intet job endnu. Skriv det her, så snart en start er aftalt: så følger støtten med.</source>
        <translation>No job yet. Write it here as soon as a start is agreed: support then follows.</translation>
    </message>
    <message>
        <source>Ja, fra %1</source>
        <translation>Yes, from %1</translation>
    </message>
    <message>
        <source>Job og uddannelse</source>
        <translation>Jobs and education</translation>
    </message>
    <message>
        <source>Jobbet er ophørt</source>
        <translation>The job has ended</translation>
    </message>
    <message>
        <source>Kontakt på arbejdet</source>
        <translation>Contact at work</translation>
    </message>
    <message>
        <source>Kontakt på stedet</source>
        <translation>Contact there</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>Mål</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Nedtrapning</source>
        <translation>Stepping down</translation>
    </message>
    <message>
        <source>Niveau</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Ny støttekontakt</source>
        <translation>New support contact</translation>
    </message>
    <message>
        <source>Ny uddannelse</source>
        <translation>New education</translation>
    </message>
    <message>
        <source>Nyt job</source>
        <translation>New job</translation>
    </message>
    <message>
        <source>Nyt job eller ny uddannelse</source>
        <translation>New job or new education</translation>
    </message>
    <message>
        <source>Ophørt</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Ordinær</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>Passer til ønsker</source>
        <translation>Fits the wishes</translation>
    </message>
    <message>
        <source>Planen ses på igen</source>
        <translation>The plan is looked at again</translation>
    </message>
    <message>
        <source>Ret jobbet</source>
        <translation>Change the job</translation>
    </message>
    <message>
        <source>Ret uddannelsen</source>
        <translation>Change the education</translation>
    </message>
    <message>
        <source>SPS</source>
        <translation>Special educational support</translation>
    </message>
    <message>
        <source>Sidste arbejdsdag</source>
        <translation>Last working day</translation>
    </message>
    <message>
        <source>Skal være anderledes</source>
        <translation>Should be different</translation>
    </message>
    <message>
        <source>Slags</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Støtteplan</source>
        <translation>Support plan</translation>
    </message>
    <message>
        <source>Takkede nej til kontakt</source>
        <translation>Declined contact</translation>
    </message>
    <message>
        <source>Tegn at handle på</source>
        <translation>Signs to act on</translation>
    </message>
    <message>
        <source>Timer om ugen</source>
        <translation>Hours a week</translation>
    </message>
    <message>
        <source>Timer om ugen i gennemsnit</source>
        <translation>Hours a week on average</translation>
    </message>
    <message>
        <source>Tæller med som</source>
        <translation>Counts as</translation>
    </message>
    <message>
        <source>Tæller som jobstart</source>
        <translation>Counts as a job start</translation>
    </message>
    <message>
        <source>Vilkår</source>
        <translation>Terms</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>permanent</translation>
    </message>
    <message>
        <source>fra %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>intet af de tre mål</source>
        <translation>none of the three</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nej</source>
        <translation>no</translation>
    </message>
    <message>
        <source>ordinære løntimer (STAR)</source>
        <translation>ordinary wage hours (STAR)</translation>
    </message>
    <message>
        <source>ordinært fast job (IPS-skalaen)</source>
        <translation>ordinary permanent job (IPS scale)</translation>
    </message>
    <message>
        <source>ordinært job (dansk IPS)</source>
        <translation>ordinary job (Danish IPS)</translation>
    </message>
    <message>
        <source>overenskomst</source>
        <translation>collective agreement</translation>
    </message>
    <message>
        <source>tidsbegrænset</source>
        <translation>temporary</translation>
    </message>
    <message>
        <source>§ 56-aftale</source>
        <translation>Section 56 agreement</translation>
    </message>
    <message>
        <source>Åbenhed</source>
        <translation>Openness</translation>
    </message>
    <message>
        <source>Ønsket støtte</source>
        <translation>Support wanted</translation>
    </message>
</context>
</TS>
