# Wat een afbeelding van een kaart zegt. Aantallen schrijft de opmaak zoals de taal dat doet.

## Heading

heading-linear = Klantreis · lineaire levenscyclus
heading-non-linear = Klantreis · niet-lineaire levenscyclus
heading-circular = Klantreis · cyclische levenscyclus
heading-as-is = Huidig · { $kind }
heading-to-be = Gewenst · { $kind }
heading-made = { $kind } · { $day }
heading-spoken = { $title }. { $kind }.
heading-spoken-personas =
    { $title }. { $kind }. { $count ->
        [one] Persona
       *[other] Persona’s
    }: { $personas }.
heading-persona-spoken = Persona: { $persona }

## Units

customers = { $count ->
    [one] { $count } klant
   *[other] { $count } klanten
}
visits = { $count ->
    [one] { $count } bezoek
   *[other] { $count } bezoeken
}

## On cards, headers and curves


## For screen readers

spoken-stage = Fase { $position } van { $of }: { $title }.
spoken-aim = Het doel ervan: { $text }
spoken-entry = Binnen wanneer: { $text }
spoken-touchpoint = Contactpunt { $title }, in de fase { $stage }.
spoken-channel = Kanaal: { $channel }.
spoken-sentiment = Gevoel: { $sentiment }.
measured = { $mean } · { $count }
spoken-measured = Gemeten { $mean } ({ $low } tot { $high }) uit { $count ->
        [one] één antwoord
       *[other] { $count } antwoorden
    }.
spoken-disagrees = Dit wijkt duidelijk af van wat is ingevuld.
spoken-goal = Dit is een doel.
spoken-sub-journey = Opent de kaart { $map }.
spoken-moment = Dit is een moment van de waarheid.
spoken-actor-front-stage = Medewerkers handelen, voor de schermen.
spoken-actor-back-stage = Medewerkers handelen, achter de schermen.
spoken-owner = Verantwoordelijke: { $owner }.
spoken-drama = Drama: { $drama } van 5.
spoken-evidence = Onderbouwing: { $kind }.
spoken-evidence-day = Onderbouwing: { $kind } op { $day }.
spoken-description = Beschrijving: { $text }
spoken-quote = Citaat: { $text }
spoken-pains = { $count ->
    [one] { $count } pijnpunt:
   *[other] { $count } pijnpunten:
} { $list }.
spoken-opportunities = { $count ->
    [one] { $count } kans:
   *[other] { $count } kansen:
} { $list }.
spoken-tags = Labels: { $list }.
spoken-account-customers = { $entered ->
    [one] { $entered } klant kwam binnen:
   *[other] { $entered } klanten kwamen binnen:
} { $moved } verder, { $progress } { -word-in-progress }, { $late } { -word-came-back-late }, { $dropped } { -word-never-came-back }.
spoken-account-visits = { $entered ->
    [one] { $entered } bezoek begon:
   *[other] { $entered } bezoeken begonnen:
} { $moved } verder, { $progress } { -word-in-progress }, { $late } { -word-came-back-late }, { $dropped } { -word-never-came-back }.
spoken-account-goal-customers = { $entered ->
    [one] { $entered } klant kwam binnen:
   *[other] { $entered } klanten kwamen binnen:
} { $moved } verder, { $progress } { -word-in-progress }, { $late } { -word-came-back-late }, { $dropped } { -word-stayed }.
spoken-account-goal-visits = { $entered ->
    [one] { $entered } bezoek begon:
   *[other] { $entered } bezoeken begonnen:
} { $moved } verder, { $progress } { -word-in-progress }, { $late } { -word-came-back-late }, { $dropped } { -word-stayed }.
spoken-elsewhere = Van de { $lost } die uitvielen { $busy ->
    [one] was er { $busy }
   *[other] waren er { $busy }
} buiten deze kaart actief.
spoken-unseen-ahead = Hierna komt iets zonder gebeurtenissen, dus dit is hoogstens:
spoken-drop-off = Uitval { $share } van { $of } (95%-interval { $low } tot { $high }).
spoken-stayed = Gebleven { $share } van { $of } (95%-interval { $low } tot { $high }).
spoken-uncertain = Onzeker: minder dan 30.
spoken-edge = Van { $from } naar { $to }.
spoken-ghost = { -word-ghost-path(form: "start") } van { $from } naar { $to }: klanten nemen deze weg, maar hij staat niet op de kaart.
spoken-label = Opschrift: “{ $text }”.
spoken-alternative = Dit is een alternatief.
spoken-return = Dit is een weg terug.
spoken-moved-customers = { $count ->
    [one] { $count } klant ging verder.
   *[other] { $count } klanten gingen verder.
}
spoken-moved-visits = { $count ->
    [one] { $count } bezoek ging verder.
   *[other] { $count } bezoeken gingen verder.
}
spoken-conversion = Conversie { $share } van { $of } (95%-interval { $low } tot { $high }).
spoken-clear = Vergeleken met { $share } van { $of }: { $points } (95%-interval { $low } tot { $high }), en dat is duidelijk.
spoken-chance = Vergeleken met { $share } van { $of }: { $points } (95%-interval { $low } tot { $high }), en dat kan toeval zijn.
spoken-value = Op het spel { $amount } (95%-interval { $low } tot { $high }).
spoken-value-alone = Op het spel { $amount }.
spoken-median = De helft deed er hoogstens { $time } over.
spoken-leg = { $count ->
    [one] Pad van { $from } naar { $to }, één keer afgelegd.
   *[other] Pad van { $from } naar { $to }, { $count } keer afgelegd.
}
spoken-visits = { $count ->
    [one] { $title } was bezoek { $first }.
   *[other] { $title } is { $count } keer bezocht, voor het eerst als bezoek { $first }.
}

points = { $points } pp
brief-days = { $count } d
brief-hours = { $count } u
brief-minutes = { $count } min
brief-seconds = { $count } s
time-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
}
time-hours = { $count ->
    [one] { $count } uur
   *[other] { $count } uur
}
time-minutes = { $count ->
    [one] { $count } minuut
   *[other] { $count } minuten
}

## Legend

legend-lens-conversion = Conversie: hoeveel er verdergaan
legend-lens-drop-off = Uitval: hoeveel er afhaken
legend-lens-time = Tijd: hoelang verdergaan duurt
legend-lens-emotion = Gevoel: hoe klanten zich voelen
legend-lens-comparison = Vergelijking: hoeveel de conversie verschilt
legend-lens-value = Waarde op het spel: wat verloren gaat met wie afhaakt
legend-lens-plain = De kaart zoals hij is getekend
legend-ribbon = Lint: hoeveel klanten
legend-width = Dikte: hoeveel er verdergaan
legend-colour = Kleur: conversie
legend-returns = Kleur: terug naar een eerdere fase
legend-losses = Tint: hoeveel er afhaken
legend-times = Kleur: mediane tijd, van kort naar lang
legend-values = Tint: hoeveel er op het spel staat, waar het geen toeval is
legend-differences = Kleur: duidelijk verschil, in procentpunten
legend-chance = Kan toeval zijn
legend-feelings = Tint: gevoel, van zeer negatief tot zeer positief, en hoeveel contactpunten
legend-drop-off = { -word-drop-off(form: "start") }, hier van { $node }
legend-stayed = Gebleven bij een doel, hier { $node }
legend-ghost = { -word-ghost-path(form: "start") }: wel genomen, niet op de kaart
legend-uncertain = Onzeker: minder dan 30
legend-alternative = Alternatieve weg
legend-return = Weg terug
legend-moment = Moment van de waarheid
legend-assumed = Alleen aangenomen
legend-quote = citaat
legend-pains = pijnpunten
legend-opportunities = kansen
legend-measured = Gemeten, met 95%-interval; duidelijk anders
legend-sentiment = Gevoel, van zeer negatief tot zeer positief
legend-spoken = Legenda.

define-conversion-term = { -word-conversion(form: "start") }
define-conversion = Het percentage van wie bij een { $node } binnenkwam en daarna, binnen { $window }, als eerste verderging naar waar de lijn eindigt. Het aantal ernaast is iedereen die daarheen ging.
define-conversion-unlimited = Het percentage van wie bij een { $node } binnenkwam en daarna als eerste verderging naar waar de lijn eindigt. Het aantal ernaast is iedereen die daarheen ging.
define-conversion-eventual = Het percentage van wie bij een { $node } binnenkwam en binnen { $window } uitkwam waar de lijn eindigt, ook met andere stappen ertussen. De percentages bij één { $node } kunnen samen boven 100 % uitkomen.
define-conversion-eventual-unlimited = Het percentage van wie bij een { $node } binnenkwam en later ooit uitkwam waar de lijn eindigt, ook met andere stappen ertussen. De percentages bij één { $node } kunnen samen boven 100 % uitkomen.
define-drop-off-term = { -word-drop-off(form: "start") }
define-drop-off = Het percentage van wie bij een { $node } binnenkwam en niet binnen { $window } verderging: wie niet terugkwam, en wie te laat terugkwam. Wie bij een doel eindigt, is gebleven en telt niet als verlies.
define-drop-off-unlimited = Het percentage van wie bij een { $node } binnenkwam, niet verderging en { $idle } of langer voor het einde van de gegevens voor het laatst is gezien. Wie bij een doel eindigt, is gebleven en telt niet als verlies.
define-matured-term = Wie meetelt
define-matured = Een percentage telt alleen wie bij het einde van de gegevens al { $window } de tijd had gehad. Wie nog tijd heeft, telt niet als afgehaakt.
define-matured-unlimited = Een percentage telt iedereen behalve wie nog onderweg is. Wie nog tijd heeft, telt niet als afgehaakt.
define-observed = Een percentage telt iedereen die binnenkwam, ook wie nog tijd heeft.
define-observed-term = Waargenomen
define-unit-term = Wat wordt geteld
define-customers = Elke klant telt één keer per { $node }: bij het eerste bezoek daar.
define-visits = Elk bezoek telt. Een bezoek is een aaneengesloten reeks interacties van één klant bij één { $node }.
define-visits-kept = Elke interactie bij een { $node } telt als een bezoek.
node-stage = { -word-stage }
node-touchpoint = { -word-touchpoint }
define-ghost-term = { -word-ghost-path(form: "start") }
define-ghost = Klanten nemen deze weg, maar hij staat niet op de kaart. Hij wordt op dezelfde manier geteld.
define-stage-paths-term = Sprong en terugweg
define-stage-paths = Wie een of meer fasen overslaat, maakt een sprong; wie naar een eerdere fase gaat, neemt een terugweg. Beide hebben een eigen lijn en zijn geen uitval.
define-interval-term = Zekerheid
define-interval = Bij elk percentage hoort een 95%-interval volgens Wilson. Onder n = 30 is het onzeker, en open getekend; onder n = 5 staat er alleen het aantal.
define-few = Een tijd van minder dan 30 is onzeker, en open getekend; bij minder dan 5 staat er alleen het aantal.
define-time-term = Tijd
define-time = De tijd van het binnenkomen bij een { $node } tot het binnenkomen waar de lijn eindigt, van wie daarheen ging: de helft deed er hoogstens zo lang over. Het aantal ernaast is iedereen die daarheen ging.
define-value-term = Waarde op het spel
define-value = Klanten die bij een { $node } afhaken, maal wat wie doorging gemiddeld meer besteedde dan zij, in de { $days } dagen na het binnenkomen. Wie te laat binnenkwam om die dagen voorbij te zien, wordt niet vergeleken.
define-value-interval = Bij elk bedrag hoort een 95%-interval (Welch); waar dat niet boven 0 ligt, is het open getekend: het kan toeval zijn.
define-comparison-term = Verschil
define-comparison = De conversie van wie bekeken wordt min die van wie ermee vergeleken wordt, in procentpunten; bij fasen en contactpunten hetzelfde voor de uitval.
define-clear-term = Duidelijk
define-clear = Het 95%-interval van het verschil (Newcombe) sluit 0 uit, en over alle wegen van de kaart is naar verwachting hooguit 5 % van de duidelijke verschillen toeval (Benjamini en Hochberg). Al het andere is grijs: het kan toeval zijn.
define-measured-term = Gemeten gevoel
define-measured = Het gemiddelde van het laatste antwoord van elke klant in de periode op een enquête die aan het contactpunt is gekoppeld, gelijkmatig gelezen van −2 voor het laagste antwoord op de schaal tot +2 voor het hoogste, met het 95%-interval (van Student), vanaf 5 antwoorden. Het wijkt duidelijk af als het interval meer dan een halve stap afligt van elk gevoel dat daar is ingevuld.
define-emotion-term = Gevoel
define-emotion = Hoe klanten zich bij een contactpunt voelen, zoals de maker van de kaart het heeft ingevuld. Het is niet gemeten.
define-paths-term = Verborgen paden
define-paths = Alle paden op de kaart zijn te zien. Van de spookpaden zijn, voor zover er ruimte is, die te zien die het sterkst naar of van een { $node } leiden, of die 3 of meer en ten minste 5 % nemen.
define-paths-least = Een pad is te zien als het ten minste { $least } draagt van wie verdergaat waar het begint, of als het het sterkst naar of van een { $node } leidt. Een pad op de kaart dat minder draagt, is een dunne lijn zonder cijfers; een spookpad dat minder draagt, of dat minder dan 3 of minder dan 5 % nemen, is weggelaten.
define-paths-stages = Van elke fase naar de volgende is alles te zien. Sprongen en terugwegen zijn te zien als ten minste 2 % ze neemt of als ze het sterkst naar of van een { $node } leiden, voor zover er ruimte is.
define-paths-stages-least = Van elke fase naar de volgende is alles te zien. Sprongen en terugwegen zijn te zien als ze ten minste { $least } dragen van wie verdergaat waar ze beginnen, of als ze het sterkst naar of van een { $node } leiden.

note-pain = Pijnpunt
note-opportunity = Kans
note-action = Actie
note-covered = nog niet onthuld
note-dots = ● { $dots }
note-paths = { $count ->
    [one] { $count } pad verborgen
   *[other] { $count } paden verborgen
}, { $share } van wie verderging
note-stacked = { $count ->
    [one] { $count } kaart ligt op een andere; daar kunnen lijnen onder lopen
   *[other] { $count } kaarten liggen op elkaar; daar kunnen lijnen onder lopen
}
note-labels = { $count ->
    [one] { $count } label weggelaten wegens ruimtegebrek
   *[other] { $count } labels weggelaten wegens ruimtegebrek
}

fact-sample-customers = { $count ->
    [one] Op basis van { $count } klant
   *[other] Op basis van { $count } klanten
}
fact-sample-visits = { $count ->
    [one] Op basis van { $count } klant
   *[other] Op basis van { $count } klanten
}, { $visits ->
    [one] { $visits } bezoek
   *[other] { $visits } bezoeken
}
fact-window = { -word-window }: { $window }
fact-window-unlimited = { -word-window }: onbeperkt
fact-range = Binnengekomen van { $from } tot en met { $to }
fact-range-from = Binnengekomen vanaf { $from }
fact-range-to = Binnengekomen tot en met { $to }
fact-range-all = Binnengekomen in de hele periode
fact-compared = Vergeleken met: { $with }
fact-shared = { $count ->
    [one] 1 klant zou aan beide kanten staan, dus is met alle anderen vergeleken
   *[other] { $count } klanten zouden aan beide kanten staan, dus is met alle anderen vergeleken
}
fact-ruled = klanten volgens een regel
fact-others = iedereen behalve: { $those }
fact-cutoff = Gegevens tot en met { $day }
fact-data = Gegevens van { $first } tot en met { $last }
fact-coverage = { -word-coverage }: { $share } van { $count ->
    [one] { $count } interactie
   *[other] { $count } interacties
}
fact-everybody = Alle klanten
fact-segment = Segment: { $segment }
fact-persona = Klanten van { $persona }
fact-personas = Klanten van een van: { $personas }
fact-picked = { $count ->
    [one] { $count } uitgekozen klant
   *[other] { $count } uitgekozen klanten
}
fact-overlap = Alleen wie in { $within } zit, en niet in { $without }
fact-overlap-all = Alleen wie in { $within } zit
fact-overlap-none = Alleen wie in geen van { $without } zit
fact-tile = Alleen: { $who }
fact-entrants-part = Alleen een deel van wie { $who } (op ‘{ $map }’)
fact-entrants = Alleen wie { $who } (op ‘{ $map }’)
who-all = bij { $node } binnenkwam
who-moved = van { $node } verderging
who-matured-moved = bij { $node } alle tijd heeft gehad en verderging
who-moved-to = van { $node } naar { $to } ging
who-matured-moved-to = bij { $node } alle tijd heeft gehad en naar { $to } ging
who-in-progress = bij { $node } nog onderweg is
who-returned-late = na { $node } te laat terugkwam
who-dropped = na { $node } nooit terugkwam
who-lost = bij { $node } afhaakte
who-matured = bij { $node } alle tijd heeft gehad
who-returned-late-elsewhere = na { $node } te laat terugkwam en intussen buiten de kaart actief was
who-dropped-elsewhere = na { $node } nooit terugkwam en buiten de kaart actief was
who-step-reached = in een funnel tot { $step } kwam
who-step-itself = in een funnel bij { $step } kwam
who-step-under-way = in een funnel tot { $step } kwam en nog tijd heeft
who-step-lost = in een funnel niet verder kwam dan { $step }
who-variant = { $way } aflegde
who-any-variant = iets bezocht
who-other-variant = een andere weg ging dan de meest voorkomende
who-path = { $way } aflegde
caveat-thin = Maar { $share } van wat klanten deden staat op deze kaart: de uitval is die van de kaart, niet van de klanten.
caveat-elsewhere = Van de { $lost } die niet of te laat terugkwamen { $busy ->
    [one] was er { $busy }
   *[other] waren er { $busy }
} buiten deze kaart actief, geteld op elke plek waar ze uitvielen.
caveat-no-purchases = Over waarde valt nog niets te zeggen: daarvoor zijn aankopen nodig na bezoeken van deze kaart.
caveat-unseen-ahead = ≤: de kaart leidt verder naar iets zonder gebeurtenissen. Wie daarheen gaat is niet te zien, dus de uitval is hoogstens dit.
fact-map = { $stages ->
    [one] { $stages } fase
   *[other] { $stages } fasen
}, { $touchpoints ->
    [one] { $touchpoints } contactpunt
   *[other] { $touchpoints } contactpunten
}, { $transitions ->
    [one] { $transitions } overgang
   *[other] { $transitions } overgangen
}

## Rijen

line-of-interaction = Interactielijn
line-of-visibility = Zichtlijn
line-of-internal-interaction = Lijn van interne interactie
spoken-lane = Rij { $lane }.
spoken-cell = { $lane }, in fase { $of }: { $text }
spoken-cell-empty = { $lane }, in fase { $of }: niets geschreven.
spoken-cell-of = { $lane }, bij { $of }: { $text }
spoken-cell-of-empty = { $lane }, bij { $of }: niets geschreven.
spoken-card = Kaart in { $lane }, { $of }: { $text }
spoken-card-empty = Lege kaart in { $lane }, { $of }.
spoken-image = Afbeelding in { $lane }, { $of }: { $text }
spoken-image-empty = Afbeelding in { $lane }, { $of }.
spoken-note = Notitie: { $text }. { $dots ->
    [one] { $dots } stip.
   *[other] { $dots } stippen.
}
spoken-note-by = Notitie van { $author }: { $text }. { $dots ->
    [one] { $dots } stip.
   *[other] { $dots } stippen.
}
spoken-note-on = Notitie bij { $on }: { $text }. { $dots ->
    [one] { $dots } stip.
   *[other] { $dots } stippen.
}
spoken-note-by-on = Notitie van { $author } bij { $on }: { $text }. { $dots ->
    [one] { $dots } stip.
   *[other] { $dots } stippen.
}
spoken-cluster = Cluster { $name }, { $notes ->
    [one] { $notes } notitie
   *[other] { $notes } notities
}, { $dots ->
    [one] { $dots } stip.
   *[other] { $dots } stippen.
}

## Sheets of personas

sheet-avatar = Avatar
sheet-empty = Over deze persona is nog niets geschreven.
sheet-share-of = { $count } van { $of } klanten
sheet-share-segment = Segment: { $segment }
sheet-trait = tussen “{ $low }” en “{ $high }” op { $value }

## Kaarten als pagina

page-hint = Versleep de kaart om hem te verschuiven, draai aan het wiel om te zoomen en wijs iets aan om de cijfers te lezen.

## Tabellen

table-stages = Fasen
table-touchpoints = Contactpunten
table-stage-edges = Van fase naar fase
table-transitions = Overgangen
table-lanes = Rijen
table-definitions = Definities
column-table = Tabel
column-stage = { -word-stage(form: "start") }
column-touchpoint = { -word-touchpoint(form: "start") }
column-channel = { -word-channel }
column-sentiment = Sentiment
column-events = Gebeurtenissen
column-goal = { -word-goal }
column-entered = Binnengekomen
column-moved = Doorgegaan
column-in-progress = { -word-in-progress(form: "start") }
column-late = { -word-came-back-late(form: "start") }
column-dropped = { -word-never-came-back(form: "start") }
column-matured = Hadden hun tijd
column-drop-off = { -word-drop-off(form: "start") }
column-drop-off-low = { -word-drop-off(form: "start") }, 95 % vanaf
column-drop-off-high = { -word-drop-off(form: "start") }, 95 % tot
column-from = Van
column-to = Naar
column-kind = Soort
column-label = Bijschrift
column-moved-here = Gingen hierheen
column-matured-moved = Gingen hierheen, van wie de tijd had
column-conversion = { -word-conversion(form: "start") }
column-conversion-low = { -word-conversion(form: "start") }, 95 % vanaf
column-conversion-high = { -word-conversion(form: "start") }, 95 % tot
column-median = Dagen, mediaan
column-p25 = Dagen, 25 % binnen
column-p75 = Dagen, 75 % binnen
column-p95 = Dagen, 95 % binnen
column-lane = Rij
column-of = Bij
column-text = Tekst
column-term = Begrip
column-meaning = Betekenis
cell-goal = ja
cell-drawn = op de kaart
cell-ghost = { -word-ghost-path }
table-notes = Notities van de workshop
column-note = Notitie
column-author = Auteur
column-cluster = Cluster
column-dots = Stippen
column-parked = Parkeerplaats
column-outcome = Werd
column-owner = Verantwoordelijke
column-due = Uiterlijk
cell-parked = ja
