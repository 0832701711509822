# Teksten van het venster, in het Nederlands.

app-name = Touchline

## Overal

busy = Bezig
cancel = Annuleren
close = Sluiten
create = Maken
delete = Verwijderen
dismiss = Deze melding wegleggen
done = Klaar
name = Naam
rename = Hernoemen
title = Titel
actions-of = Wat te doen met { $title }
drop-here = Laat het bestand los om het te openen of te importeren

## Begin

start-promise = Wat klanten werkelijk doen, op de reis die u voor hen tekende.
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
start-privacy = Alles blijft in het bestand dat u kiest. Niets verlaat deze computer.
workspace-new = Nieuwe werkruimte
workspace-create = Maken en kiezen waar die komt
workspace-title-example = Bijvoorbeeld: Webwinkel 2026
workspace-open = Andere werkruimte openen…
workspace-close = Werkruimte sluiten
template = Beginnen met

## De bestandsvensters van het systeem

choose-open-workspace = Werkruimte openen
    .files = Werkruimten van Touchline
choose-new-workspace = Werkruimte bewaren als
    .files = Werkruimten van Touchline
choose-source = Bestand kiezen om te importeren
    .files = Tabellen (CSV)
choose-picture = Afbeelding bewaren als
    .files = Afbeeldingen ({ $format })

## Het venster

navigator = Werkruimte
navigator-toggle = Kaarten, persona's en imports
inspector = Wat geselecteerd is
inspector-toggle = Details van wat geselecteerd is
inspector-empty = Selecteer iets op een kaart om hier de details te zien.
theme-light = Licht
theme-dark = Donker
undo = Ongedaan maken: { $step }
undo-of = Ongedaan maken: { $step } “{ $subject }”
undo-nothing = Niets om ongedaan te maken
redo = Opnieuw: { $step }
redo-of = Opnieuw: { $step } “{ $subject }”
redo-nothing = Niets om opnieuw te doen
saving = Opslaan…
saved = Opgeslagen
coverage = Dekking { $share }
cutoff = Gegevens tot { $date }
ties = { $count ->
    [one] 1 gelijktijdig paar
   *[other] { $count } gelijktijdige paren
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
step-delete-map = kaart verwijderen
step-add-stage = fase toevoegen
step-rename-stage = fase hernoemen
step-move-stage = fase verplaatsen
step-set-stage-goal = doel wijzigen
step-delete-stage = fase verwijderen
step-add-touchpoint = contactpunt toevoegen
step-add-touchpoint-to = contactpunt toevoegen
step-rename-touchpoint = contactpunt hernoemen
step-move-touchpoints = contactpunten verplaatsen
step-set-channel = kanaal wijzigen
step-set-sentiment = gevoel wijzigen
step-set-events = gebeurtenissen wijzigen
step-leave-event = gebeurtenis laten
step-match-events = gebeurtenissen tellen bij gelijke titels
step-unmatch-events = gebeurtenissen van een import weghalen
step-set-touchpoint-goal = doel wijzigen
step-connect = verbinden
step-delete = verwijderen
step-add-persona = persona toevoegen
step-edit-persona = persona bewerken
step-set-persona-segment = segment van persona wijzigen
step-delete-persona = persona verwijderen
step-add-segment = segment toevoegen
step-delete-segment = segment verwijderen
step-discover-map = kaart ontdekken

## Navigatie

maps = Kaarten
map = Kaart
map-add = Nieuwe kaart
map-new = Nieuwe kaart
maps-none = Er is nog geen kaart. Maak er een vanuit een sjabloon.
personas = Persona's
persona-add = Nieuwe persona
persona-new = Nieuwe persona
personas-none = Voeg een persona toe om te zeggen wiens reis een kaart vertelt.
segments = Segmenten
segment-add = Nieuw segment
segment-new = Nieuw segment
segment-attribute = Klanten van wie
segment-value = gelijk is aan
segment-rule = { $attribute } is { $value }
segments-none = Voeg een segment toe om naar een deel van de klanten te vragen.
segments-without-customers = Importeer klanten met hun kenmerken om er segmenten van te maken.
imports = Geïmporteerd
imports-none = Importeer wat uw klanten deden, en de kaarten laten het zien.
import-detail = { $kind ->
    [customers] { $date } · { $taken } rijen over klanten
   *[other] { $date } · { $taken } interacties
 }
import-undo-menu = Deze import ongedaan maken…
import-undo = Import ongedaan maken
import-undo-title = De import van { $source } ongedaan maken?
import-undo-text = { $taken ->
    [one] De ene rij die hij bracht verdwijnt, op elke kaart.
   *[other] De { $taken } rijen die hij bracht verdwijnen, op elke kaart.
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

touchpoint = Contactpunt
touchpoint-new = Nieuw contactpunt
touchpoint-add = Contactpunt toevoegen
touchpoint-delete = Contactpunt verwijderen
transition = Overgang
transition-way = { $from } → { $to }
transition-delete = Overgang verwijderen
stage = Fase
stage-of = Fase { $number } van { $count }
stage-new = Fase { $number }
stage-add = Fase hierna toevoegen
stage-left = Eerder
stage-right = Later
stage-delete = Fase en inhoud verwijderen
persona = Persona
persona-description = Wie dit is
persona-goals = Wat deze persona wil
persona-frustrations = Wat in de weg staat
persona-segment = Staat voor de klanten van
persona-no-segment = geen segment
persona-delete = Persona verwijderen
map-persona = Vertelt de reis van
map-no-persona = niemand in het bijzonder
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
goal = Doel
goal-as-stage = Zoals de fase
goal-last-stage = Standaard: de laatste fase
goal-yes = Een doel: wie hier eindigt, blijft
goal-no = Geen doel
sentiment = Hoe klanten zich voelen
sentiment-very-negative = Heel negatief
sentiment-negative = Negatief
sentiment-neutral = Neutraal
sentiment-positive = Positief
sentiment-very-positive = Heel positief
channel = Kanaal
channel-none = Geen
channel-website = Website
channel-app = App
channel-search = Zoeken
channel-advertisement = Advertentie
channel-social = Sociale media
channel-email = E-mail
channel-message = Tekstbericht
channel-phone = Telefoon
channel-chat = Chat
channel-store = Winkel
channel-person = Persoonlijk
channel-print = Drukwerk
channel-event = Evenement
channel-payment = Betaling
channel-delivery = Bezorging
channel-review = Beoordeling
channel-support = Klantenservice
events-name = Gebeurtenissen die hier tellen
events-hint = Een gebeurtenis hoort bij hoogstens één contactpunt van een kaart.
events-search = Gebeurtenissen zoeken
events-taken = telt bij “{ $title }”
events-none = Importeer interacties om te zien welke gebeurtenissen er zijn.
events-no-match = Geen gebeurtenis heeft dit in haar naam.
events-more = { $count ->
    [one] Nog een: zoek ernaar.
   *[other] Nog { $count }: zoek ernaar.
}
findings = Het bekijken waard
findings-none = Op deze kaart valt niets te herstellen.
finding-empty-stage = “{ $title }” heeft geen contactpunten.
finding-unreachable = Geen weg leidt vanaf de eerste fase naar “{ $title }”.
finding-dead-end = Geen weg leidt verder vanaf “{ $title }”, en het is geen doel.
finding-no-events = “{ $title }” noemt geen gebeurtenissen, dus er wordt niets geteld.
finding-back-in-linear = Van “{ $from }” terug naar “{ $to }”, op een kaart met een lineaire levenscyclus.

## De vraag

question-name = De vraag die de cijfers beantwoorden
question-sentence = Van { $unit } in { $segment } die binnenkwamen tussen { $from } en { $to }, met { $window } om verder te gaan, naar { $mode }, tussen { $level }, met herhalingen { $repeats }.
question-unit = Wie geteld worden
question-unit-customers = klanten
question-unit-visits = bezoeken
question-segment = Segment
question-all-segments = alle segmenten
question-from = Eerste dag
question-from-start = het begin
question-from-start-long = Vanaf het begin
question-to = Laatste dag
question-to-end = nu
question-to-end-long = Tot het einde
question-window = Termijn
question-mode = Wat als verdergaan telt
question-mode-next = het volgende bezoek
question-mode-eventual = enig later bezoek
question-level = Niveau
question-level-touchpoint = contactpunten
question-level-stage = fasen
question-repeats = Herhalingen
question-repeats-collapse = samengenomen
question-repeats-keep = apart geteld
question-more = Meer
question-rates = Percentages
question-rates-matured = van wie de termijn voorbij is
question-rates-observed = waargenomen: van allen die binnenkwamen
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

## De verantwoording van een knoop of een verbinding

account = Verantwoording
class-entered-customers = Klanten die binnenkwamen
class-entered-visits = Bezoeken
class-moved = ging naar { $title }
class-more = { $count ->
    [one] ging een andere kant op
   *[other] ging { $count } andere kanten op
}
class-in-progress = onderweg
class-returned-late = kwam later terug
class-dropped = afgehaakt
class-stayed = gebleven
rate-conversion = Conversie
rate-eventual = Uiteindelijke conversie
rate-drop-off = Uitval
rate-stayed = Gebleven
rate-of = · { $count } van { $of }
rate-interval = 95 %-interval
rate-few = minder dan 30: onzeker
time-median = Benodigde tijd, mediaan
time-quartiles = middelste helft
time-p95 = 95 % binnen

define-entered-customers = Het eerste bezoek van elke klant hier, met een begin binnen het bereik.
define-entered-visits = Elk bezoek hier met een begin binnen het bereik.
define-moved = Het volgende bezoek was daar, en begon binnen de termijn.
define-more = Het volgende bezoek was bij een van de andere, en begon binnen de termijn.
define-in-progress = Ging nog niet verder en heeft nog tijd.
define-returned-late = Ging verder, maar pas nadat de termijn voorbij was.
define-dropped = Kwam helemaal niet terug, hoewel de termijn voorbij is.
define-stayed = Eindigde hier. Dit is een doel, dus het is geen verlies.
define-conversion = Het aandeel dat daarna hierheen ging, binnen de termijn.
define-eventual = Het aandeel met een bezoek daar binnen de termijn, wat er ook tussen kwam. Samen kunnen aandelen boven 100 % uitkomen.
define-drop-off = Het aandeel dat afhaakte of later terugkwam.
define-matured = Geteld over wie de termijn voorbij is bij de peildatum, zodat niemand verloren heet die nog tijd heeft.
define-observed = Waargenomen: geteld over allen die binnenkwamen, ook wie nog tijd heeft.
define-interval = Het interval van Wilson: als hetzelfde steeds weer werd gezien, zou het werkelijke aandeel er 95 van de 100 keer in liggen.
define-time = Van begin tot begin, van wie verderging.
define-coverage = { $matched } van { $total } interacties binnen het bereik hebben een gebeurtenis die een contactpunt van deze kaart noemt.
define-cutoff = Het laatste moment dat de gegevens beslaan. Latere interacties tellen niet mee.
define-idle = Wie niet verderging is onderweg tot zo lang na de laatste interactie, en daarna afgehaakt.
define-ties = Opeenvolgende interacties van één klant op hetzelfde moment bij verschillende knopen: hun volgorde is die van het bestand.

## Importeren

import-open = Importeren
import-title = Importeren
import-choose-text = Een CSV-bestand van wat klanten deden, of van de klanten zelf. Het mag ingepakt zijn (.gz).
import-file = Kies een bestand…
import-drop = Of sleep het op het venster.
import-inspecting = Het bestand wordt bekeken…
import-about = { $size }, { $columns ->
    [one] 1 kolom
   *[other] { $columns } kolommen
}
import-before = Dit bestand is eerder geïmporteerd, op { $date }: { $taken } rijen.
import-again = Nog een keer importeren; alles erin telt dan dubbel
import-kind = Wat de rijen zijn
import-kind-interactions = Interacties
import-kind-interactions-text = Eén rij voor alles wat een klant deed
import-kind-customers = Klanten
import-kind-customers-text = Eén rij voor elke klant
import-rows = Eerste rijen van het bestand
import-zone = Tijdzone van tijden zonder zone
import-zone-workspace = Die van de werkruimte: { $zone }
import-strict = Alle rijen of geen
import-strict-text = Anders worden onleesbare rijen weggelaten en genoemd.
import-start = Importeren
import-reading = Het bestand wordt gelezen
import-storing = De werkruimte wordt geschreven
import-cancelling = Wordt gestopt; er blijft niets van bewaard
import-taken-interactions = { $taken ->
    [one] 1 interactie is geïmporteerd.
   *[other] { $taken } interacties zijn geïmporteerd.
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
import-rejected-none = Geen rij is weggelaten.
import-rejected = { $count ->
    [one] 1 rij is weggelaten
   *[other] { $count } rijen zijn weggelaten
}
import-rejected-text = Alle andere zijn bewaard. Herstel deze in het bestand, maak de import ongedaan en importeer opnieuw.
import-rejected-list = Weggelaten rijen
import-rejected-more = { $count ->
    [one] en nog een
   *[other] en nog { $count }
}
import-line = Regel
import-reason = Reden
column-customer = Klant
column-event = Gebeurtenis
column-time = Tijd
column-channel = Kanaal
column-value = Waarde
column-currency = Valuta
column-key = Sleutel van de klant
column-attribute = Kenmerk
column-choose = kies een kolom
column-none = geen
column-unread = weggelaten
reject-empty-customer = De klant is leeg.
reject-empty-event = De gebeurtenis is leeg.
reject-empty-time = De tijd is leeg.
reject-bad-time = “{ $value }” is geen tijd die zonder gokken te lezen is. Schrijf 2024-03-31 14:05:00.
reject-bad-value = “{ $value }” is geen getal.
reject-wrong-field-count = { $found } velden waar { $expected } kolommen zijn.
reject-bad-text = Sommige bytes zijn geen tekst.
reject-too-long = { $role }: { $bytes } bytes is te lang.
reject-unclosed-quote = Op deze regel begint een aanhaling die niet eindigt.

## Exporteren

export-open = Exporteren
export-title = De kaart exporteren
export-text = De afbeelding is wat u ziet, met een legenda die elk cijfer definieert.
export-theme = Thema
export-theme-light = Licht, voor papier en verslagen
export-theme-dark = Donker
export-scale = Grootte van de PNG
export-scale-size = { $times } ×: { $width } × { $height } pixels
export-svg = SVG…
export-png = PNG…
export-written = Geschreven naar { $path }

## Wat misging

failure-unexpected = Er ging iets mis binnen Touchline; er is niets veranderd.
    .next = Wat eerder is opgeslagen, is veilig. Meld het als het weer gebeurt.
failure-window = Er ging iets mis in dit venster: { $reason }
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
failure-workspace-damaged = { $path } is beschadigd: { $reason }
    .next = Er is niets aan veranderd. Open een kopie uit een back-up.
failure-workspace-busy = { $path } is open in een ander venster of programma.
    .next = Sluit het daar en probeer het opnieuw.
failure-workspace-read-only = Naar { $path } kan niet worden geschreven.
    .next = Kopieer het naar een plek waar u mag schrijven, of wijzig de rechten.
failure-disk-full = De schijf is vol. De wijziging is niet gemaakt; alles daarvoor is veilig.
    .next = Maak ruimte en probeer het opnieuw.
failure-untitled = Een titel kan niet leeg zijn.
    .next = Geef een naam.
failure-title-taken = “{ $title }” bestaat al.
    .next = Kies een andere titel.
failure-event-taken = De gebeurtenis “{ $event }” telt al bij “{ $by }”.
    .next = Haal haar daar eerst weg: een gebeurtenis hoort bij hoogstens één contactpunt van een kaart.
failure-transition-taken = “{ $from }” en “{ $to }” zijn al verbonden.
failure-history-conflict = Deze stap kan niet ongedaan worden gemaakt: “{ $subject }” is intussen veranderd.
    .next = Maak eerst de latere stappen ongedaan.
failure-import-undone = Deze import is al ongedaan gemaakt.
failure-cancelled = Het is geannuleerd, en er is niets van bewaard.
failure-store = Het bestand van de werkruimte kon niet worden gelezen of geschreven: { $reason }
    .next = De wijziging is niet gemaakt. Controleer of de schijf er is en ruimte heeft.
failure-source-not-a-file = { $path } is geen bestand.
    .next = Kies een CSV-bestand.
failure-source-empty = { $path } is leeg.
    .next = Exporteer het opnieuw vanwaar het kwam.
failure-source-no-rows = { $path } noemt kolommen en heeft geen rijen.
    .next = Exporteer het opnieuw vanwaar het kwam.
failure-source-spreadsheet = { $path } is een rekenblad of een archief.
    .next = Bewaar of exporteer het als CSV (UTF-8) en importeer dat.
failure-source-binary = { $path } is geen tekstbestand.
    .next = Exporteer het als CSV (UTF-8) en importeer dat.
failure-source-utf16 = { $path } is gecodeerd als UTF-16 (“Unicode-tekst”).
    .next = Bewaar het als CSV UTF-8 en importeer dat.
failure-source = { $path } kon niet worden gelezen: { $reason }
    .next = Er is niets geïmporteerd.
failure-missing-column = Er is geen kolom van { $path } gekozen voor: { $role }.
    .next = Kies een van { $columns }.
failure-unknown-column = { $path } heeft geen kolom “{ $name }”.
    .next = Kies een van { $columns }.
failure-rows-rejected = Er is niets geïmporteerd, omdat niet elke rij van { $path } leesbaar is: { $reason }
    .next = Herstel die rijen, of importeer zonder “alle rijen of geen”.
failure-nothing-taken = Geen rij van { $path } kon worden geïmporteerd: { $reason }
    .next = Controleer welke kolom de klant, de gebeurtenis en de tijd is.
failure-imported-before = { $source } is eerder geïmporteerd.
    .next = Geef aan dat u het nog een keer wilt importeren, als dat zo is.
failure-export = De afbeelding kon niet worden gemaakt: { $reason }
    .next = Kies een kleinere maat, of SVG.
failure-write = { $path } kon niet worden geschreven: { $reason }
    .next = Kies een andere plek.
failure-unknown-format = { $path } is niet de naam van een afbeelding.
    .next = Laat de naam eindigen op .svg of .png.
failure-no-map = Er is geen kaart “{ $title }” meer.
failure-nothing-in-view = Er is geen kaart open.
    .next = Open een kaart en probeer het opnieuw.
failure-no-segment = Er is geen segment “{ $name }” meer.
    .next = Kies een ander segment in de vraag.
failure-unknown-template = Er is geen sjabloon “{ $id }”.
failure-unknown-zone = “{ $name }” is geen tijdzone.
    .next = Gebruik een naam zoals Europe/Amsterdam.
failure-bad-range = De laatste dag ({ $to }) komt voor de eerste ({ $from }).
    .next = Kies een latere laatste dag.
failure-bad-instant = “{ $text }” is geen datum of moment.
failure-bad-window = “{ $text }” is geen termijn.
failure-bad-stages = “{ $text }” is geen lijst van fasen met hun gebeurtenissen.
failure-event-in-two-stages = De gebeurtenis “{ $event }” is twee keer genoemd.
failure-nothing-to-discover = Er zijn geen interacties om een kaart van te maken.
    .next = Importeer er eerst een paar.
failure-no-data-folder = Dit systeem heeft geen map voor gegevens van programma's, dus het voorbeeld kan niet worden bewaard.
    .next = Maak een nieuwe werkruimte, of open er een.
failure-picture-exists = { $path } bestaat al.
    .next = Kies een andere naam.
failure-path-not-text = De naam van dit bestand of van de map ervan is geen geldige tekst.
    .next = Hernoem het en probeer het opnieuw.
