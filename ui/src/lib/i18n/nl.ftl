# Teksten van het venster, in het Nederlands.

app-name = Touchline

## Overal

busy = Bezig
cancel = Annuleren
close = Sluiten
create = Maken
delete = Verwijderen
edit = Bewerken
dismiss = Melding sluiten
done = Klaar
name = Naam
rename = Hernoemen
title = Titel
actions-of = Acties voor { $title }
drop-here = Laat het bestand los om het te openen of te importeren

## Begin

start-promise = Wat klanten werkelijk doen, op de klantreis die u voor hen tekende.
start-sample = Open het voorbeeld
start-sample-text = Een winkel met twee persona's, twee kaarten en echt gedrag om van te leren
sample-again = Opnieuw beginnen met het origineel
sample-again-title = Opnieuw beginnen met het voorbeeld?
sample-again-text = Alles wat u in het voorbeeld hebt veranderd, gaat verloren. Uw eigen werkruimten blijven zoals ze zijn.
sample-again-confirm = Opnieuw beginnen
start-new = Nieuwe werkruimte
start-new-text = Begin een kaart vanuit een sjabloon voor de levenscyclus
start-open = Open een werkruimte
start-open-text = Een .touchline-bestand
start-recent = Onlangs geopend
recent-clear = Lijst wissen
recent-clear-title = De lijst van onlangs geopende bestanden wissen?
recent-clear-text = De werkruimten blijven waar ze zijn. Hoe hun kaarten het laatst werden bekeken, wordt ook vergeten.
start-privacy = Alles blijft in het bestand dat u kiest. Er gaat niets van deze computer af.
workspace-new = Nieuwe werkruimte
workspace-create = Maken en kiezen waar hij wordt bewaard
workspace-title-example = Bijvoorbeeld: Webwinkel 2026
workspace-open = Andere werkruimte openen…
workspace-close = Werkruimte sluiten
template = Beginnen met
template-examples = Met voorbeelden van contactpunten en rijen
template-examples-text = Pas ze aan of verwijder ze naar wens.
ideas = Ideeën voor deze fase

## De bestandsvensters van het systeem

choose-open-workspace = Werkruimte openen
    .files = Werkruimten van Touchline
choose-new-workspace = Werkruimte bewaren als
    .files = Werkruimten van Touchline
choose-source = Bestand kiezen om te importeren
    .files = Tabellen (CSV)
choose-list = Lijst bewaren als
    .files = Lijsten (CSV)
choose-picture = Afbeelding bewaren als
    .files = Afbeeldingen ({ $format })
choose-folder = Kies een map voor de bestanden
    .files = Mappen
choose-backup-folder = Kies een map voor de reservekopieën
    .files = Mappen

## Het venster

navigator = Werkruimte
navigator-toggle = Kaarten, persona's en imports
inspector = Selectie
inspector-toggle = Details van de selectie
inspector-empty = Selecteer iets op een kaart om hier de details te zien.
theme-light = Licht thema
theme-dark = Donker thema
undo = Ongedaan maken: { $step }
undo-of = Ongedaan maken: { $step } “{ $subject }”
undo-nothing = Niets om ongedaan te maken
redo = Opnieuw: { $step }
redo-of = Opnieuw: { $step } “{ $subject }”
redo-nothing = Niets om opnieuw te doen
saving = Opslaan…
saved = Opgeslagen
view-only = Alleen bekijken. Weer bewerken
read-only = Alleen lezen
define-read-only = Naar het bestand, of de map waarin het staat, kan niet worden geschreven. Alles is te bekijken; er is niets te wijzigen.
coverage-thin = { -word-coverage } { $share }: de uitval is die van de kaart, niet van de klanten
coverage = { -word-coverage } { $share }
cutoff = Gegevens tot { $date }
ties = { $count ->
    [one] 1 gelijk tijdstip
   *[other] { $count } gelijke tijdstippen
}
workspace-size = { $customers ->
    [one] 1 klant
   *[other] { $customers } klanten
} · { $interactions ->
    [one] 1 interactie
   *[other] { $interactions } interacties
}

## Stappen van de geschiedenis

step-add-map = kaart toevoegen
step-rename-map = kaart hernoemen
step-set-lifecycle = levenscyclus wijzigen
step-set-map-persona = persona van kaart wijzigen
step-set-map-personas = persona’s van kaart wijzigen
step-delete-map = kaart verwijderen
step-duplicate-map = kaart dupliceren
step-make-twin = tweeling maken
step-part-twins = tweelingen loslaten
step-move-to-folder = naar map verplaatsen
step-rename-folder = map hernoemen
step-delete-folder = map verwijderen
step-add-stage = fase toevoegen
step-rename-stage = fase hernoemen
step-move-stage = fase verplaatsen
step-edit-stage = fase wijzigen
step-resize-stage = breedte van fase wijzigen
step-set-stage-goal = doel wijzigen
step-delete-stage = fase verwijderen
step-add-lane = rij toevoegen
step-rename-lane = rij hernoemen
step-move-lane = rij verplaatsen
step-set-lane-view = wijzigen wat een rij toont
step-delete-lane = rij verwijderen
step-write-cell = schrijven in rij
step-set-cells-by = wijzigen waarover de cellen van een rij gaan
step-resize-lane = hoogte van een rij wijzigen
step-add-card = kaart toevoegen aan rij
step-edit-card = kaart in rij wijzigen
step-move-card = kaart in rij verplaatsen
step-delete-card = kaart uit rij verwijderen
step-add-story-steps = stap toevoegen aan verhaal
step-edit-story-step = stap van verhaal wijzigen
step-move-story-step = stap van verhaal verplaatsen
step-delete-story-step = stap uit verhaal verwijderen
step-add-note = notitie toevoegen
step-edit-note = notitie wijzigen
step-move-note = notitie verplaatsen
step-join-notes = notities bij elkaar leggen
step-delete-note = notitie verwijderen
step-vote-for-note = stippen geven
step-set-dots = aantal stippen wijzigen
step-reveal-notes = notities onthullen
step-settle-note = besluit over notitie vastleggen
step-replace-texts = teksten vervangen
step-add-touchpoint = contactpunt toevoegen
step-add-touchpoint-to = contactpunt toevoegen
step-rename-touchpoint = contactpunt hernoemen
step-move-touchpoints = contactpunten verplaatsen
step-tidy-up = opruimen
step-set-channel = kanaal wijzigen
step-edit-touchpoints = gegevens wijzigen
step-set-sentiment = gevoel wijzigen
step-edit-feeling = gevoel van een persona wijzigen
step-set-events = gebeurtenissen wijzigen
step-set-meaning = zeggen wat waarden betekenen
step-leave-event = gebeurtenis laten
step-match-events = gebeurtenissen tellen bij gelijke titels
step-unmatch-events = gebeurtenissen van een import weghalen
step-set-sub-journey = deelreis kiezen
step-set-touchpoint-goal = doel wijzigen
step-connect = verbinden
step-reconnect = overgang verleggen
step-edit-transitions = overgang wijzigen
step-insert-touchpoint = contactpunt tussenvoegen
step-lock = vergrendelen
step-unlock = ontgrendelen
step-delete = verwijderen
step-add-persona = persona toevoegen
step-edit-persona = persona bewerken
step-set-persona-segment = segment van persona wijzigen
step-pick-for-persona = klanten kiezen
step-delete-persona = persona verwijderen
step-add-segment = segment toevoegen
step-edit-segment = segment bewerken
step-delete-segment = segment verwijderen
step-merge-customers = klanten samenvoegen
step-separate-customer = klant losmaken
step-paste = plakken
step-duplicate = dupliceren
step-discover-map = kaart ontdekken
step-import-maps = kaarten importeren
step-import-segments = segmenten importeren
step-merge-copy = kopie samenvoegen
step-restore-map = kaart terugzetten

## Navigatie

maps = Kaarten
map = Kaart
map-add = Nieuwe kaart
map-new = Nieuwe kaart
maps-none = Er is nog geen kaart. Maak er een vanuit een sjabloon.
map-not-shown = De kaart kon niet worden getoond. Er is niets verloren gegaan.
map-show-again = Opnieuw tonen
personas = Persona’s
imports = Imports
imports-none = Importeer wat uw klanten deden; de kaarten laten het zien.
import-detail = { $kind ->
    [customers] { $date } · { $taken } rijen
   *[other] { $date } · { $taken } interacties
 }
import-undo-menu = Deze import ongedaan maken…
import-undo = Import ongedaan maken
import-undo-title = De import van { $source } ongedaan maken?
import-undo-text = { $taken ->
    [one] De rij uit dit bestand verdwijnt van elke kaart.
   *[other] De { $taken } rijen uit dit bestand verdwijnen van elke kaart.
} U kunt het bestand opnieuw importeren.

## Gebeurtenissen zonder contactpunt

unmatched-title = Gebeurtenissen zonder contactpunt
unmatched-open = { $count ->
    [one] 1 gebeurtenis zonder contactpunt
   *[other] { $count } gebeurtenissen zonder contactpunt
}
unmatched-count = { $count ->
    [0] Elke gebeurtenis telt mee op “{ $map }”, of is terzijde gelegd.
    [one] 1 gebeurtenis hoort bij geen enkel contactpunt van “{ $map }”.
   *[other] { $count } gebeurtenissen horen bij geen enkel contactpunt van “{ $map }”.
}
unmatched-hint = Wat klanten daar doen, is op de kaart niet te zien: wie verder niets doet, lijkt afgehaakt.
unmatched-nothing = Niets van wat is geïmporteerd, telt al mee op deze kaart.
unmatched-make = Contactpunt maken
unmatched-link = Koppelen aan…
unmatched-link-name = { $event } aan een contactpunt koppelen
unmatched-leave = Laten
unmatched-left = Op deze kaart terzijde gelegd
unmatched-take-up = Weer voorleggen
unmatched-see = Gebeurtenissen bekijken
discover-open = Kaart maken van de gebeurtenissen
map-from = Waar de kaart mee begint
map-from-template = Een sjabloon
map-from-template-text = De fasen van een levenscyclus; de contactpunten voegt u toe
map-from-events = De geïmporteerde gebeurtenissen
map-from-events-text = Fasen, contactpunten en overgangen zoals klanten ze volgen
detail = Hoeveel ervan
detail-main = De hoofdwegen
detail-main-text = De 12 meest voorkomende gebeurtenissen en de wegen die de meesten nemen
detail-usual = Wat er voor de meesten toe doet
detail-usual-text = Tot 40 gebeurtenissen, en wegen die minstens een tiende neemt
detail-full = Ook de zijwegen
detail-full-text = Tot 120 gebeurtenissen, en wegen die een op de twintig neemt

## Details

touchpoint = { -word-touchpoint(form: "start") }
touchpoint-new = Nieuw contactpunt
touchpoint-add = Contactpunt toevoegen
touchpoint-delete = Contactpunt verwijderen
transition = { -word-transition }
transition-way = { $from } → { $to }
transition-delete = Overgang verwijderen
stage = { -word-stage(form: "start") }
stage-of = Fase { $number } van { $count }
stage-new = Fase { $number }
stage-add = Fase hierna toevoegen
stage-left = Eerder
stage-right = Later
stage-delete = Fase verwijderen
lanes = Rijen
lanes-none = Rijen onder de klantreis: wat klanten doen, denken en voelen.
lane = Rij
lane-add = Rij toevoegen…
lane-of = Rij · { $kind }
lane-up = Omhoog
lane-down = Omlaag
lane-view = Getoond
lane-view-open = helemaal
lane-view-collapsed = alleen de titel
lane-view-hidden = niet
lane-show = Rij tonen
lane-hide = Rij verbergen
lane-delete = Rij verwijderen
lane-form = Shift+Enter begint een regel. Een regel die met “- ” begint, is een punt van een lijst, **twee sterretjes** maken woorden vet, en [woorden](https://…) of een adres alleen zijn een link.
lane-by = Cellen
lane-by-stage = een voor elke fase
lane-by-touchpoint = een voor elk contactpunt
lane-height = Minste hoogte
lane-height-none = zo hoog als wat er staat
lane-border = Sleep om { $lane } hoger te maken; dubbelklik om het aan de tekst over te laten
link-copy = Adres van de link kopiëren
lane-card = Kaart
lane-image = Afbeelding
lane-card-of = Kaart · { $lane } · { $of }
lane-card-text = Tekst
lane-card-add = Kaart toevoegen
lane-image-add = Afbeelding toevoegen…
lane-card-add-to = Kaart toevoegen bij { $what }
lane-image-add-to = Afbeelding toevoegen bij { $what }
lane-card-earlier = Eerder
lane-card-later = Later
lane-card-delete = Kaart verwijderen
lane-emotion-read = De curve volgt hoe klanten zich bij elk contactpunt voelen.
lane-channels-read = De kanalen zijn die van de contactpunten in elke fase.
map-personas = Vertelt de reizen van
map-persona-add = Persona toevoegen
map-persona-choose = Kies een persona…
map-persona-alone = Alleen deze tonen, met de cijfers van diens klanten
map-persona-all = Weer alle tonen
map-persona-remove = Niet meer van { $name } vertellen
map-size = { $stages ->
    [one] 1 fase
   *[other] { $stages } fasen
}, { $touchpoints ->
    [one] 1 contactpunt
   *[other] { $touchpoints } contactpunten
}, { $transitions ->
    [one] 1 overgang
   *[other] { $transitions } overgangen
}
lifecycle = Levenscyclus
lifecycle-linear = Lineair: alleen vooruit
lifecycle-non-linear = Niet-lineair: overslaan, terugkeren
lifecycle-circular = Cyclisch: het einde leidt naar het begin
selection = Selectie
selection-size = { $touchpoints ->
    [0] { "" }
    [one] 1 contactpunt
   *[other] { $touchpoints } contactpunten
} { $transitions ->
    [0] { "" }
    [one] 1 overgang
   *[other] { $transitions } overgangen
}
selection-delete = Selectie verwijderen
goal = { -word-goal }
goal-as-stage = Zoals de fase
goal-last-stage = Standaard: de laatste fase
goal-yes = Een doel: wie hier eindigt, is gebleven
goal-no = Geen doel
sentiment = Hoe klanten zich voelen
channel = { -word-channel }
channel-none = Geen
events-name = Gebeurtenissen die hier tellen
events-hint = Een gebeurtenis hoort bij hoogstens één contactpunt van een kaart.
events-search = Gebeurtenissen zoeken
events-taken = telt bij “{ $title }”
events-none = Importeer interacties om te zien welke gebeurtenissen er zijn.
events-no-match = Er is geen gebeurtenis met dit in de naam.
events-more = { $count ->
    [one] Nog één: zoek op naam.
   *[other] Nog { $count }: zoek op naam.
}
findings = Aandachtspunten
findings-none = Deze kaart heeft geen aandachtspunten.
finding-empty-stage = “{ $title }” heeft geen contactpunten.
finding-unreachable = “{ $title }” is vanaf de eerste fase niet te bereiken.
finding-dead-end = Vanaf “{ $title }” loopt geen weg verder, en het is geen doel.
finding-no-events = Bij “{ $title }” horen geen gebeurtenissen, dus er wordt niets geteld.
finding-back-in-linear = Van “{ $from }” terug naar “{ $to }”, op een kaart met een lineaire levenscyclus.

## De vraag

question-name = De vraag die de cijfers beantwoorden
question-sentence = Van { $unit } onder { $who } die binnenkwamen tussen { $from } en { $to }, met { $window } om verder te gaan, naar { $mode }, tussen { $level }, met herhalingen { $repeats }.
question-unit = Wat wordt geteld
question-unit-customers = klanten
question-unit-visits = bezoeken
question-who = Onder wie
question-who-everybody = iedereen
question-who-persona = de klanten van { $name }
question-who-mapped = de klanten van de { $count } persona’s op de kaart
question-who-personas = de klanten van een van { $names }
question-who-some = enkele klanten
question-from = Eerste dag
question-from-start = het begin
question-from-start-long = Vanaf het begin
question-to = Laatste dag
question-to-end = nu
question-to-end-long = Tot het einde
question-window = { -word-window }
question-mode = Wat als verdergaan telt
question-mode-next = het volgende bezoek
question-mode-eventual = een later bezoek
question-level = Niveau
question-level-touchpoint = contactpunten
question-level-stage = fasen
question-repeats = Herhalingen
question-repeats-collapse = samengenomen
question-repeats-keep = apart geteld
question-more = Meer
question-rates = Percentages
question-rates-matured = van wie de termijn voorbij is
question-rates-observed = waargenomen: van iedereen die binnenkwam
question-cutoff = Gegevens tot:
question-cutoff-newest = de nieuwste interactie
question-idle = Zonder termijn is een bezoek voorbij na
question-without-interactions = Importeer wat uw klanten deden om het op deze kaart te zien.
window-days = { $days ->
    [one] 1 dag
   *[other] { $days } dagen
}
window-none = onbeperkte tijd
window-other = anders…
window-other-name = Termijn in dagen
day-format = Jaar-maand-dag
month-before = Vorige maand
month-after = Volgende maand

## Waar ze bleven

account = Waar ze bleven

define-coverage = { $matched } van de { $total } interacties in de periode horen bij een contactpunt van deze kaart.
define-cutoff = Het laatste moment dat de gegevens beslaan. Latere interacties tellen niet mee.
define-idle = Wie niet verderging, is onderweg tot zo lang na de laatste interactie, en daarna afgehaakt.
define-ties = Opeenvolgende interacties van één klant op hetzelfde tijdstip bij verschillende contactpunten of fasen: hun volgorde is die van het bestand.

## Importeren

import-open = Importeren
import-title = Importeren
import-choose-text = Een CSV-, Excel-, JSON-, XES- of Parquet-bestand van wat klanten deden, of van de klanten zelf; het mag gecomprimeerd zijn (.gz). Of kaarten of segmenten die zijn geëxporteerd (maps.json, segments.json).
import-file = Kies een bestand…
import-drop = Of sleep het naar het venster.
import-inspecting = Het bestand wordt bekeken…
import-about = { $size }, { $columns ->
    [one] 1 kolom
   *[other] { $columns } kolommen
}
import-before = Dit bestand is eerder geïmporteerd, op { $date }: { $taken } rijen.
import-again = Toch nog een keer importeren; alles erin telt dan dubbel
import-swollen = Dit bestand is uitgepakt meer dan honderd keer zo groot. Dat is ongewoon voor een tabel, en kan bedoeld zijn om de schijf te vullen.
import-large = Ik weet waar het vandaan komt; importeer het
import-document-maps = { $count ->
    [one] Dit bestand bevat een kaart, met de persona's erbij.
   *[other] Dit bestand bevat { $count } kaarten, met de persona's erbij.
}
import-document-segments = { $count ->
    [one] Dit bestand bevat een segment.
   *[other] Dit bestand bevat { $count } segmenten.
}
import-document-text = Wat er is blijft zoals het is. Wat dezelfde naam heeft als iets dat er al is, komt erbij met een nummer: “Afrekenen (2)”. Het kan in één stap ongedaan worden gemaakt.
import-document-added = { $count ->
    [one] Toegevoegd:
   *[other] { $count } toegevoegd:
}
import-document-more = … en nog { $count }
import-document-renamed = Namen die al bestonden
import-document-renamed-to = “{ $before }” heet hier “{ $now }”
import-document-missing = Wat deze werkruimte niet heeft
import-document-missing-text = De regels die ernaar verwijzen houden de naam, en gelden daarvoor voor niemand.
import-document-missing-at = { $of }: { $what ->
    [map] de kaart
    [touchpoint] het contactpunt
    [stage] de fase
    [persona] de persona
    [segment] het segment
   *[customer] de klant
} “{ $name }”
import-kind = Wat de rijen zijn
import-kind-interactions = Interacties
import-kind-interactions-text = Eén rij voor alles wat een klant deed
import-kind-purchases = Aankopen
import-kind-purchases-text = Eén rij per aankoop of terugbetaling
import-purchase = Aankoop
import-purchase-event = Hoe elke aankoop heet
import-purchase-text = Een gebeurtenis met deze naam staat op de tijdlijn en kan op een contactmoment. De waarden tellen als omzet; bedragen onder nul zijn terugbetalingen.
import-kind-journeys = Fasen met datum
import-kind-journeys-text = Eén rij voor elke klant, met een datum voor elke fase
import-kind-scores = Scores
import-kind-scores-text = Eén rij voor elk antwoord op een enquête
import-survey = De enquête
import-answer = Hoe elk antwoord heet
import-answer-text = Een gebeurtenis met deze naam staat op de tijdlijn en kan op een touchpoint worden gezet. De waarden tellen als scores van de enquête.
import-kind-customers = Klanten
import-kind-customers-text = Eén rij voor elke klant
import-rows = Eerste rijen van het bestand
import-sheet = Werkblad dat gelezen wordt, van { $count }
import-zone = Tijdzone van tijden zonder zone
import-zone-workspace = Die van de werkruimte: { $zone }
import-encoding = Tekencodering
import-encoding-utf8 = UTF-8
import-encoding-windows1252 = Windows-1252 (ouder, westers)
import-dates = Datums zoals 03/04/2024
import-dates-recognised = Zoals de kolom laat zien
import-dates-dmy = Dag eerst: 3 april
import-dates-mdy = Maand eerst: 4 maart
import-decimal = Decimalen
import-decimal-recognised = Zoals de kolom laat zien
import-decimal-point = Na een punt: 1,234.50
import-decimal-comma = Na een komma: 1.234,50
import-unread-value = De kolom “{ $column }” telt niet als waarde: het meeste erin is geen getal.
import-repeated = Sommige kolommen van het bestand heten net als een kolom ervoor. Die naam is van de eerste; dit zijn de andere: { $columns }
import-strict = Alle rijen of geen
import-strict-text = Anders worden onleesbare rijen overgeslagen, en in een lijst getoond.
import-looks = Dit lijkt op { $source }
import-looks-text = De kolommen hieronder zijn daarop gekozen; u kunt elke kolom wijzigen.
import-origin-hubspot-contacts = contacten uit HubSpot
import-origin-hubspot-deals = deals uit HubSpot
import-origin-hubspot-deal-stages = fasen van deals uit HubSpot
import-origin-hubspot-property-history = de geschiedenis van eigenschappen van contacten uit HubSpot
import-origin-salesforce-leads = leads uit Salesforce
import-origin-salesforce-contacts = contacten uit Salesforce
import-origin-salesforce-opportunities = verkoopkansen uit Salesforce
import-origin-salesforce-opportunity-history = de geschiedenis van verkoopkansen uit Salesforce
import-origin-dynamics-contacts = contacten uit Dynamics 365
import-origin-ga4-events = gebeurtenissen uit Google Analytics 4
import-origin-segment-tracks = gevolgde gebeurtenissen uit Segment
import-origin-process-log = een log uit XES of pm4py
import-origin-retentioneering-log = een log uit retentioneering
import-as-last-time = De kolommen zijn gekozen zoals de vorige keer bij een bestand met deze kop.
import-forget = Dat vergeten
import-stages = Fasen, in hun volgorde
import-stages-text = Elke datum van een rij wordt een interactie die heet zoals de fase.
import-stage-name = Naam van fase { $number }
import-stage-column = Datum van fase { $number }
import-stage-up = Vóór de fase erboven zetten
import-stage-remove = Deze fase weglaten
import-stage-add = Fase toevoegen
import-checks = Hoe klanten door de fasen gingen
import-checks-in-order = { $rows ->
    [one] 1 rij heeft datums
   *[other] { $rows } rijen hebben datums
}; { $ordered ->
    [0] geen daarvan ging in volgorde door de fasen.
    [one] 1 ging in volgorde door de fasen.
   *[other] { $ordered } gingen in volgorde door de fasen.
}
import-checks-skipped = { $count ->
    [one] 1 sloeg een fase over: een latere heeft een datum en deze niet.
   *[other] { $count } sloegen een fase over: een latere heeft een datum en deze niet.
}
import-checks-reversed = { $count ->
    [one] 1 kwam in een fase vóór een fase die eerder hoort te zijn.
   *[other] { $count } kwamen in een fase vóór een fase die eerder hoort te zijn.
}
import-checks-same-day = { $count ->
    [one] 1 kwam op één dag in twee fasen; daarvoor geldt de volgorde van de fasen.
   *[other] { $count } kwamen op één dag in twee fasen; daarvoor geldt de volgorde van de fasen.
}
import-checks-column-reached = Bereikt
import-checks-column-skipped = Overgeslagen
import-checks-column-reversed = Te vroeg
import-checks-column-same-day = Zelfde dag
import-try = Proberen
import-back = Terug
import-tried-text = Er is nog niets opgeslagen.
import-would-read = { $read ->
    [one] 1 rij is gelezen
   *[other] { $read } rijen zijn gelezen
}; { $customers ->
    [0] geen klant zou nieuw zijn.
    [one] 1 klant zou nieuw zijn.
   *[other] { $customers } klanten zouden nieuw zijn.
}
import-refused-none = Er zou geen rij worden overgeslagen.
import-refused = { $count ->
    [one] 1 rij zou worden overgeslagen
   *[other] { $count } rijen zouden worden overgeslagen
}
import-refused-text = Alle andere zouden worden geïmporteerd. Wijzig de kolommen, of verbeter deze eerst in het bestand.
import-tried-interactions = { $taken ->
    [one] 1 interactie zou worden geïmporteerd.
   *[other] { $taken } interacties zouden worden geïmporteerd.
}
import-tried-purchases = { $taken ->
    [one] 1 aankoop zou worden geïmporteerd.
   *[other] { $taken } aankopen zouden worden geïmporteerd.
}
import-tried-scores = { $taken ->
    [one] 1 antwoord zou worden geïmporteerd.
   *[other] { $taken } antwoorden zouden worden geïmporteerd.
}
import-tried-journeys = { $taken ->
    [one] 1 datum van een fase zou worden geïmporteerd.
   *[other] { $taken } datums van fasen zouden worden geïmporteerd.
}
import-tried-customers = { $taken ->
    [one] 1 rij over klanten zou worden geïmporteerd.
   *[other] { $taken } rijen over klanten zouden worden geïmporteerd.
}
import-start = Importeren
import-reading = Het bestand wordt gelezen
import-storing = De werkruimte wordt bijgewerkt
import-cancelling = De import stopt; er blijft niets van bewaard
import-taken-interactions = { $taken ->
    [one] 1 interactie is geïmporteerd.
   *[other] { $taken } interacties zijn geïmporteerd.
}
import-taken-purchases = { $taken ->
    [one] { $taken } aankoop is geïmporteerd
   *[other] { $taken } aankopen zijn geïmporteerd
}
import-taken-scores = { $taken ->
    [one] 1 antwoord is geïmporteerd.
   *[other] { $taken } antwoorden zijn geïmporteerd.
}
import-taken-journeys = { $taken ->
    [one] 1 datum van een fase is geïmporteerd.
   *[other] { $taken } datums van fasen zijn geïmporteerd.
}
import-taken-customers = { $taken ->
    [one] 1 rij over klanten is geïmporteerd.
   *[other] { $taken } rijen over klanten zijn geïmporteerd.
}
import-matched = { $count ->
    [one] 1 contactpunt telt nu mee wat dezelfde naam heeft
   *[other] { $count } contactpunten tellen nu mee wat dezelfde naam heeft
}
import-matched-at = { $map }: { $touchpoint } telt { $events }
import-read = { $read ->
    [one] 1 rij is gelezen
   *[other] { $read } rijen zijn gelezen
}; { $customers ->
    [0] geen klant is nieuw.
    [one] 1 klant is nieuw.
   *[other] { $customers } klanten zijn nieuw.
}
import-already-there = { $count ->
    [one] 1 rij was er al, uit een eerdere export van dezelfde bron.
   *[other] { $count } rijen waren er al, uit eerdere exports van dezelfde bron.
}
import-times-skipped = { $count ->
    [one] 1 lokale tijd bestaat niet, omdat de klok vooruit is gezet: die is gelezen als zoveel later.
   *[other] { $count } lokale tijden bestaan niet, omdat de klok vooruit is gezet: die zijn gelezen als zoveel later.
}
import-times-repeated = { $count ->
    [one] 1 lokale tijd bestaat twee keer, omdat de klok is teruggezet: die is gelezen als de eerste.
   *[other] { $count } lokale tijden bestaan twee keer, omdat de klok is teruggezet: die zijn gelezen als de eerste.
}
import-rejected-none = Er is geen rij overgeslagen.
import-rejected = { $count ->
    [one] 1 rij is overgeslagen
   *[other] { $count } rijen zijn overgeslagen
}
import-rejected-text = Alle andere zijn bewaard. Verbeter deze in het bestand, maak de import ongedaan en importeer opnieuw.
import-rejected-list = Overgeslagen rijen
import-rejected-more = { $count ->
    [one] en nog een
   *[other] en nog { $count }
}
import-line = Regel
import-reason = Reden
column-customer = Klant
column-event = Gebeurtenis
column-time = Tijd
column-channel = { -word-channel }
column-amount = Bedrag
column-score = Score
column-value = Waarde
column-currency = Valuta
column-key = Sleutel van de klant
column-attribute = Kenmerk
column-choose = kies een kolom
column-none = geen
column-unread = wordt overgeslagen
reject-empty-customer = De klant ontbreekt.
reject-empty-event = De gebeurtenis ontbreekt.
reject-empty-time = De tijd ontbreekt.
reject-no-stage = Geen datum van een fase is ingevuld.
reject-bad-time = “{ $value }” is geen eenduidige tijd. Schrijf bijvoorbeeld 2024-03-31 14:05:00.
reject-bad-value = “{ $value }” is geen getal.
reject-wrong-field-count = Deze rij heeft { $found } velden; er zijn { $expected } kolommen.
reject-bad-text = Niet alles in deze rij is leesbare tekst.
reject-too-long = { $role }: met { $bytes } bytes te lang.
reject-long-field = Een veld is { $bytes } bytes lang, meer dan mag.
reject-unclosed-quote = Op deze regel begint een aanhalingsteken dat niet wordt gesloten.
reject-bad-json = Dit is geen JSON-object.
reject-repeated-name = Het object heeft “{ $value }” twee keer.
reject-nested = { $role }: dit is een lijst of een object.

## Exporteren

export-open = Exporteren
export-title = De kaart exporteren
export-text = De afbeelding toont wat u ziet, met een legenda die elk cijfer uitlegt.
export-theme = Thema
export-theme-light = Licht, voor papier en verslagen
export-theme-dark = Donker
export-scale = Grootte van de PNG
export-scale-size = { $times } ×: { $width } × { $height } pixels
export-format = Formaat
export-format-png = PNG, voor presentaties en documenten
export-format-svg = SVG, voor tekenprogramma’s
export-format-pdf = PDF, om af te drukken
export-format-pptx = PowerPoint, met bewerkbare vormen
export-format-html = Webpagina, om in een browser rond te kijken
export-format-xlsx = Excel, de cijfers als tabellen
export-format-csv = CSV, de cijfers als één tabel
export-format-mmd = Mermaid-stroomschema
export-format-canvas = JSON Canvas, voor Obsidian
export-format-graphml = GraphML, voor graafprogramma’s
export-format-dot = DOT, voor Graphviz
export-paper = Papier
export-paper-own = Zo groot als de afbeelding
export-orientation = Stand
export-landscape = Liggend
export-portrait = Staand
export-part = Deel van de kaart
export-part-whole = De hele kaart
export-part-picked = Wat geselecteerd is: { $count ->
    [one] één contactpunt
   *[other] { $count } contactpunten
}
export-part-stage = Fase { $title }
export-extras = Op de afbeelding
export-extras-heading = Titel
export-extras-personas = Persona’s
export-extras-lanes = Rijen
export-extras-legend = Legenda
export-carries = Kan weer worden geopend
export-carries-text = Het bestand bevat de kaart, zonder klanten: importeer het of sleep het naar het venster.
export-preview = Zo gaat de afbeelding eruitzien
export-copy = Kopiëren
export-copied = De afbeelding staat op het klembord: plak haar in een document.
command-copy-map = De kaart als afbeelding kopiëren
export-write = Exporteer { $format }…
export-written = Bewaard als { $path }
export-unshown = { $more ->
    [0] Geen lettertype van Touchline toont { $characters }. In plaats daarvan staan er vakjes met hun code.
   *[other] Geen lettertype van Touchline toont { $characters } en nog { $more } andere. In plaats daarvan staan er vakjes met hun code.
}
data-title = Alles exporteren
data-text = Bestanden die andere programma's lezen, en die Touchline weer importeert met dezelfde getallen.
data-what = Wat te exporteren
data-customers = Klanten ({ $count })
data-customers-text = Hun sleutels, namen en kenmerken, zoals ze zijn geïmporteerd
data-interactions = Interacties ({ $count })
data-interactions-text = Wie deed wat en wanneer, met kanaal en waarde
data-maps = Kaarten ({ $count })
data-maps-text = Met fasen, contactpunten, overgangen en persona's
data-segments = Segmenten ({ $count })
data-segments-text = Hun regels; van lijsten van klanten de sleutels
data-format = Formaat
data-format-csv = CSV, voor spreadsheets en de meeste programma's
data-format-json = JSON, een object per regel
data-format-parquet = Parquet, voor dataprogramma's
data-safe = Veilig te openen in een spreadsheet
data-safe-text = Teksten die een spreadsheet als formule zou uitvoeren krijgen een apostrof ervoor. Wie het bestand weer importeert, houdt die apostrof.
data-personal = Deze bestanden bevatten persoonsgegevens en zijn niet versleuteld: wie ze heeft, kan lezen wie de klanten zijn en wat ze deden. Bewaar ze even veilig als de werkruimte.
data-start = Een map kiezen…
data-writing = De bestanden schrijven
data-stopping = Stoppen; er blijft niets achter
data-written = Geschreven naar { $folder }
data-file = Bestand
data-rows = Rijen

## Na een storing

crash = Touchline is onverwacht afgesloten
crash-text = Uw werk is opgeslagen. Een verslag zegt waar in het programma het misging, en niets over uw gegevens. Het blijft op deze computer, tenzij u het zelf verstuurt.
crash-report = Verslag
crash-show = Verslag tonen
crash-copy = Kopiëren
crash-copied = Gekopieerd
crash-delete = Verwijderen

## Wat misging

# Waarom het systeem weigerde.
failure-cause = { $cause ->
    [missing] het is er niet
    [denied] dat mag u hier niet
    [read_only] op deze schijf kan niet worden geschreven
    [full] de schijf is vol
    [folder] het is een map met bestanden
    [cut_off] het houdt halverwege op
   *[other] technische melding: { $reason }
}
failure-row = { $count ->
    [one] regel { $line }: { $why }
   *[other] { $count } rijen, waarvan de eerste op regel { $line }: { $why }
}

failure-unexpected = Er ging iets mis binnen Touchline; er is niets veranderd.
    .next = Wat eerder is opgeslagen, is veilig. Meld het als het weer gebeurt.
failure-window = Er ging iets mis in dit venster (technische melding: { $reason }).
    .next = Wat eerder is opgeslagen, is veilig. Meld het als het weer gebeurt.
failure-no-workspace = Er is geen werkruimte open.
    .next = Open of maak er eerst een.
failure-workspace-exists = { $path } bestaat al.
    .next = Kies een andere naam, of open dat bestand.
failure-workspace-not-found = { $path } is er niet.
    .next = Misschien is het verplaatst of hernoemd. Open het vanaf de huidige plek.
failure-workspace-foreign = { $path } is geen werkruimte van Touchline.
    .next = Er is niets aan veranderd. Een tabel met interacties importeert u in een open werkruimte.
failure-workspace-newer = { $path } is met een nieuwere versie van Touchline gemaakt.
    .next = Er is niets aan veranderd. Werk Touchline bij om het te openen.
failure-workspace-damaged = { $path } is beschadigd (technische melding: { $reason }).
    .next = Er is niets aan veranderd. Open een kopie uit een back-up.
failure-workspace-stray-log = Het logboek naast { $path } hoort er niet bij. Misschien is er een kopie op de plaats van het bestand gezet. Er is niets veranderd.
    .next = Open het zonder het logboek, dat bewaard blijft, of open beide samen als nieuw bestand.
failure-workspace-log-unreadable = Met het logboek ernaast is de werkruimte niet te lezen.
    .next = Open haar zonder het logboek. Er staat een kopie van het bestand zoals het is naast.
stray-log-without = Openen zonder logboek
stray-log-with = Beide openen als nieuw bestand
failure-workspace-busy = { $path } is open in een ander venster of programma.
    .next = Sluit het daar en probeer het opnieuw.
failure-workspace-read-only = Naar { $path } kan niet worden geschreven.
    .next = Kopieer het naar een plek waar u mag schrijven, of wijzig de rechten.
failure-disk-full = De schijf is vol. De wijziging is niet gemaakt; alles daarvoor is veilig.
    .next = Maak ruimte vrij en probeer het opnieuw.
failure-untitled = Een titel kan niet leeg zijn.
    .next = Geef een naam.
failure-text-too-long = De tekst is te lang.
    .next = Maak hem korter; er is niets veranderd.
failure-title-taken = “{ $title }” bestaat al.
    .next = Kies een andere titel.
failure-event-taken = De gebeurtenis “{ $event }” telt al bij “{ $by }”.
    .next = Haal de gebeurtenis daar eerst weg: zij hoort bij hoogstens één contactpunt van een kaart.
failure-transition-taken = “{ $from }” en “{ $to }” zijn al verbonden.
failure-history-conflict = Deze stap kan niet ongedaan worden gemaakt: “{ $subject }” is intussen veranderd.
    .next = Maak eerst de latere stappen ongedaan.
failure-history-misfit = Deze stap op “{ $subject }” is in een oudere versie van Touchline gemaakt en kan niet ongedaan of opnieuw worden gemaakt.
    .next = Er is niets veranderd. Wijzig het met de hand.
failure-import-undone = Deze import is al ongedaan gemaakt.
failure-cancelled = Het is geannuleerd, en er is niets van bewaard.
failure-workspace-unreadable = { $path } kon niet worden geopend: { $reason }
    .next = Controleer of de schijf er is en of u het bestand mag lezen.
failure-other-map = “{ $first }” en “{ $second }” staan op verschillende kaarten.
    .next = Alleen contactpunten van één kaart kunnen worden verbonden.
failure-own-sub-journey = “{ $touchpoint }” kan de kaart waarop het staat niet openen.
    .next = Kies een andere kaart.
failure-locked-in-place = “{ $title }” is vergrendeld en blijft dus staan.
    .next = Ontgrendel het eerst, via het menu of het paneel.
failure-no-dots = { $voter } heeft alle stippen gegeven: { $dots } per persoon.
    .next = Neem er eerst een terug van een andere notitie, of geef iedereen er meer.
failure-no-place = Die plek is er niet op de kaart.
    .next = Zet het kaartje ergens anders neer.
failure-missing = Wat gewijzigd zou worden, is er niet meer.
    .next = Misschien is het intussen verwijderd of ongedaan gemaakt. Er is niets veranderd.
failure-map-damaged = De kaart “{ $title }” kan niet worden getoond (technische melding: { $reason }).
    .next = De rest van de werkruimte is veilig. Maak de laatste stappen ongedaan, of open een kopie uit een back-up.
failure-unsound = Wat is gelezen, spreekt zichzelf tegen, dus er is niets geïmporteerd (technische melding: { $reason }).
    .next = Dit is een fout van Touchline; meld het alstublieft.
failure-too-many-names = Er zijn meer dan 65.536 verschillende namen van gebeurtenissen, kanalen of valuta.
    .next = Controleer of de juiste kolom is gekozen, of maak een import ongedaan die niet nodig is.
failure-store = Het bestand van de werkruimte kon niet worden gelezen of geschreven (technische melding: { $reason }).
    .next = De wijziging is niet gemaakt. Controleer of de schijf er is en ruimte heeft.
failure-source-not-a-file = { $path } is geen bestand.
    .next = Kies een CSV-, Excel-, JSON-, XES- of Parquet-bestand.
failure-source-empty = { $path } is leeg.
    .next = Exporteer het opnieuw uit het programma waar het vandaan komt.
failure-source-no-rows = { $path } heeft kolommen, maar geen rijen.
    .next = Exporteer het opnieuw uit het programma waar het vandaan komt.
failure-source-spreadsheet = { $path } is een archief, of een spreadsheet van een andere soort dan XLSX.
    .next = Bewaar het als XLSX zonder wachtwoord, of als CSV (UTF-8), en importeer dat.
failure-source-not-a-log = { $path } is XML, maar geen XES-log.
    .next = Exporteer de log als XES of CSV en importeer dat.
failure-unknown-sheet = { $path } heeft geen werkblad “{ $name }”.
    .next = Kies een van: { $sheets }.
failure-source-binary = { $path } is geen tekstbestand.
    .next = Exporteer het als CSV (UTF-8) en importeer dat.
failure-source-utf16 = { $path } is UTF-16 (“Unicode-tekst”).
    .next = Bewaar het als CSV UTF-8 en importeer dat.
failure-source-open-dates = “{ $example }” kan dag-maand of maand-dag zijn, en geen andere datum in { $path } maakt dat duidelijk.
    .next = Kies het bij “Datums” en importeer opnieuw.
failure-source-mixed-dates = In { $path } staat soms de dag voorop en soms de maand.
    .next = Kies bij “Datums” welke meetellen; de andere worden overgeslagen en genoemd.
failure-source-open-numbers = “{ $example }” kan duizendtallen of decimalen zijn, en geen ander getal in { $path } maakt dat duidelijk.
    .next = Kies het bij “Decimalen” en importeer opnieuw.
failure-source-damaged = { $path } is beschadigd of onvolledig: { $reason }
    .next = Exporteer of download het opnieuw.
failure-source-swollen = { $path } is uitgepakt meer dan honderd keer zo groot.
    .next = Als u weet waar het vandaan komt, geef dat dan aan bij het importeren.
failure-source-too-many-columns = { $path } heeft meer dan { $limit } kolommen en lijkt dus geen tabel te zijn.
    .next = Kies een CSV-, Excel-, JSON-, XES- of Parquet-bestand.
failure-source-long-line = { $path } heeft een regel zonder einde en lijkt dus geen tabel te zijn.
    .next = Kies een CSV-, Excel-, JSON-, XES- of Parquet-bestand.
failure-source-odd-column = De kolom “{ $column }” van { $path } bevat iets dat geen tekst, getal of tijd is.
    .next = Laat die kolom uit het bestand weg.
failure-source-too-many-names = De kolom “{ $column }” van { $path } heeft meer dan { $limit } verschillende waarden en is dus waarschijnlijk niet: { $role }.
    .next = Kies een andere kolom.
failure-source = { $path } kon niet worden gelezen: { $reason }
    .next = Er is niets geïmporteerd.
failure-spool = Wat wordt gelezen kan tijdens het importeren niet naast de werkruimte worden bewaard: { $reason }
    .next = Kijk of er in de map van de werkruimte geschreven kan worden. Er is niets geïmporteerd.
failure-missing-column = Er is geen kolom van { $path } gekozen voor: { $role }.
    .next = Kies een van { $columns }.
failure-unknown-column = { $path } heeft geen kolom “{ $name }”.
    .next = Kies een van { $columns }.
failure-rows-rejected = Er is niets geïmporteerd, omdat niet elke rij van { $path } leesbaar is: { $reason }
    .next = Verbeter die rijen, of importeer zonder “alle rijen of geen”.
failure-nothing-taken = Geen rij van { $path } kon worden geïmporteerd: { $reason }
    .next = Controleer welke kolom de klant, de gebeurtenis en de tijd is.
failure-imported-before = { $source } is eerder geïmporteerd.
    .next = Geef aan dat u het nog een keer wilt importeren, als dat zo is.
failure-export = De afbeelding kon niet worden gemaakt (technische melding: { $reason }).
    .next = Kies een kleinere maat, of SVG.
failure-write = { $path } kon niet worden geschreven: { $reason }
    .next = Kies een andere plek.
failure-over-workspace = { $path } is een werkruimte, of hoort bij een werkruimte.
    .next = Kies een andere naam.
failure-unknown-format = { $path } is niet de naam van een afbeelding.
    .next = Laat de naam eindigen op .svg of .png.
failure-no-map = Er is geen kaart “{ $title }” meer.
failure-nothing-in-view = Er is geen kaart open.
    .next = Open een kaart en probeer het opnieuw.
failure-no-segment = Er is geen segment “{ $name }” meer.
    .next = Kies een ander segment in de vraag.
failure-no-persona = Er is geen persona “{ $name }” meer.
    .next = Kies iemand anders in de vraag.
failure-no-customer = Er is geen klant “{ $key }”.
    .next = Kies een klant die bewaard is.
failure-bad-rule = Dit is geen regel: { $reason }.
    .next = Verbeter de regel.
failure-rule-unordered = “{ $attribute }” is tekst, en alleen getallen en datums zijn groter of kleiner.
    .next = Vergelijk op wat het is of bevat.
failure-rule-undated = “{ $attribute }” heeft geen datums.
    .next = Alleen datums liggen binnen de laatste dagen; vergelijk op een andere manier.
failure-rule-no-number = “{ $text }” is geen getal.
    .next = Schrijf een getal zoals 1234,5.
failure-rule-no-date = “{ $text }” is geen datum.
    .next = Schrijf een datum zoals 2024-03-31.
failure-segment-circle = Segmenten en persona's zouden naar elkaar verwijzen in een kring: { $names }.
    .next = Laat een van deze uit de regel.
failure-no-node = De kaart “{ $map }” heeft geen “{ $node }”.
    .next = Bekijk de kaart opnieuw.
failure-unknown-template = Er is geen sjabloon “{ $id }”.
failure-unknown-zone = “{ $name }” is geen tijdzone.
    .next = Gebruik een naam zoals Europe/Amsterdam.
failure-bad-range = De laatste dag ({ $to }) komt voor de eerste ({ $from }).
failure-everybody-compared = Iedereen is niet te vergelijken met een deel ervan. Kies wie u bekijkt.
failure-overlapping-ranges = De twee perioden overlappen, zodat wat in beide valt met zichzelf zou worden vergeleken.
    .next = Kies een latere laatste dag.
failure-bad-instant = “{ $text }” is geen datum of moment.
failure-bad-zoned-instant = “{ $text }” noemt geen bekende tijdzone, of ligt niet zo ver van UTC als de zone op dat moment.
    .next = Schrijf 2024-03-31T14:05[Europe/Amsterdam].
failure-bad-window = “{ $text }” is geen termijn.
failure-bad-stages = “{ $text }” is geen lijst van fasen met hun gebeurtenissen.
failure-bad-steps = “{ $text }” is geen lijst van stappen.
failure-bad-document = { $path } bevat geen kaarten of segmenten die gelezen kunnen worden: { $reason }
    .next = Kies een maps.json of segments.json die Touchline heeft geëxporteerd.
failure-event-in-two-stages = De gebeurtenis “{ $event }” is twee keer genoemd.
failure-nothing-to-discover = Er zijn geen interacties om een kaart van te maken.
    .next = Importeer er eerst een paar.
failure-no-data-folder = Dit systeem heeft geen map voor gegevens van programma's, dus het voorbeeld kan niet worden bewaard.
    .next = Maak een nieuwe werkruimte, of open er een.
failure-window-stays = Een ander venster kon niet wegschrijven waar het mee bezig was, dus de werkruimte blijft open.
    .next = Kijk daar wat er mis is en sluit daarna opnieuw.
failure-file-exists = { $path } bestaat al.
    .next = Kies een andere naam.
failure-path-not-text = De naam van dit bestand of van de map ervan is geen geldige tekst.
failure-not-chosen = { $path } is niet gekozen. Kies het in een dialoogvenster of sleep het op het venster.
    .next = Hernoem het en probeer het opnieuw.
