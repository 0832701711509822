# Wat een plaat van een kaart zegt. Aantallen schrijft de opmaak zoals de taal dat doet.

## Heading

heading-linear = Klantreis · lineaire levenscyclus
heading-non-linear = Klantreis · niet-lineaire levenscyclus
heading-circular = Klantreis · cyclische levenscyclus
heading-spoken = { $title }. { $kind }.
heading-spoken-persona = { $title }. { $kind }. Persona: { $persona }.

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

drop-off = { $share } haakt af · { $count }
drop-off-few = { $share } haakt af · n = { $count }
stayed = { $share } gebleven · { $count }
stayed-few = { $share } gebleven · n = { $count }

channel-website = Website
channel-app = App
channel-search = Zoeken
channel-advertisement = Advertentie
channel-social = Sociale media
channel-email = E-mail
channel-message = Bericht
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

sentiment-very-negative = zeer negatief
sentiment-negative = negatief
sentiment-neutral = neutraal
sentiment-positive = positief
sentiment-very-positive = zeer positief

## For screen readers

spoken-stage = Fase { $position } van { $of }: { $title }.
spoken-touchpoint = Contactpunt { $title }, in de fase { $stage }.
spoken-channel = Kanaal: { $channel }.
spoken-sentiment = Gevoel: { $sentiment }.
spoken-goal = Dit is een doel.
spoken-account-customers = { $entered ->
    [one] { $entered } klant kwam binnen:
   *[other] { $entered } klanten kwamen binnen:
} { $moved } door, { $progress } onderweg, { $late } later terug, { $dropped } afgehaakt.
spoken-account-visits = { $entered ->
    [one] { $entered } bezoek begon:
   *[other] { $entered } bezoeken begonnen:
} { $moved } door, { $progress } onderweg, { $late } later terug, { $dropped } afgehaakt.
spoken-account-goal-customers = { $entered ->
    [one] { $entered } klant kwam binnen:
   *[other] { $entered } klanten kwamen binnen:
} { $moved } door, { $progress } onderweg, { $late } later terug, { $dropped } gebleven.
spoken-account-goal-visits = { $entered ->
    [one] { $entered } bezoek begon:
   *[other] { $entered } bezoeken begonnen:
} { $moved } door, { $progress } onderweg, { $late } later terug, { $dropped } gebleven.
spoken-drop-off = Uitval { $share } van { $of } (95%-interval { $low } tot { $high }).
spoken-stayed = Gebleven { $share } van { $of } (95%-interval { $low } tot { $high }).
spoken-uncertain = Onzeker: minder dan 30.
spoken-edge = Van { $from } naar { $to }.
spoken-ghost = Spookpad van { $from } naar { $to }: klanten nemen het, de kaart heeft het niet.
spoken-moved-customers = { $count ->
    [one] { $count } klant ging door.
   *[other] { $count } klanten gingen door.
}
spoken-moved-visits = { $count ->
    [one] { $count } bezoek ging door.
   *[other] { $count } bezoeken gingen door.
}
spoken-conversion = Conversie { $share } van { $of } (95%-interval { $low } tot { $high }).
spoken-median = De helft deed er hoogstens { $time } over.

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

legend-title = Zo leest u deze kaart
legend-width = Dikte: hoeveel er doorgaan
legend-colour = Kleur: conversie
legend-drop-off = Uitval
legend-stayed = Gebleven, bij een doel
legend-ghost = Spookpad: gelopen, maar niet op de kaart
legend-uncertain = Onzeker: minder dan 30
legend-sentiment = Gevoel, van zeer negatief tot zeer positief
legend-transition = Overgang
legend-goal = Doel
legend-spoken = Legenda.

define-conversion-term = Conversie
define-conversion = Van wie bij een { $node } binnenkwam, het deel van wie het volgende bezoek, binnen { $window } na binnenkomst, was waar de lijn eindigt. Het getal ernaast is iedereen die daarheen ging.
define-conversion-unlimited = Van wie bij een { $node } binnenkwam, het deel van wie het volgende bezoek was waar de lijn eindigt. Het getal ernaast is iedereen die daarheen ging.
define-conversion-eventual = Van wie bij een { $node } binnenkwam, het deel dat binnen { $window } kwam waar de lijn eindigt, wat er ook tussen lag. De delen van één { $node } kunnen samen boven 100 % uitkomen.
define-conversion-eventual-unlimited = Van wie bij een { $node } binnenkwam, het deel dat later ooit kwam waar de lijn eindigt, wat er ook tussen lag. De delen van één { $node } kunnen samen boven 100 % uitkomen.
define-drop-off-term = Uitval
define-drop-off = Van wie bij een { $node } binnenkwam, het deel dat niet binnen { $window } doorging: wie nooit terugkwam en wie pas later terugkwam. Bij een doel zijn zij gebleven, en is het geen verlies.
define-drop-off-unlimited = Van wie bij een { $node } binnenkwam, het deel dat niet doorging en { $idle } of langer voor het einde van de gegevens voor het laatst is gezien. Bij een doel zijn zij gebleven, en is het geen verlies.
define-matured-term = Wie meetelt
define-matured = Een deel telt alleen wie bij het einde van de gegevens { $window } de tijd had gehad. Wie nog tijd heeft, heet niet verloren.
define-matured-unlimited = Een deel telt iedereen behalve wie nog onderweg is. Wie nog tijd heeft, heet niet verloren.
define-observed = Een deel telt iedereen die binnenkwam, ook wie nog tijd heeft.
define-observed-term = Waargenomen
define-unit-term = Wat geteld wordt
define-customers = Elke klant één keer per { $node }, bij het eerste bezoek daar.
define-visits = Elk bezoek. Een bezoek is een aaneengesloten reeks interacties van één klant bij één { $node }.
define-visits-kept = Elke interactie die bij een { $node } hoort is een bezoek op zich.
node-stage = fase
node-touchpoint = contactpunt
define-ghost-term = Spookpad
define-ghost = Klanten gaan deze weg, maar de kaart heeft er geen lijn voor. Beide soorten worden gelijk geteld.
define-stage-paths-term = Paden tussen fasen
define-stage-paths = Wie een of meer fasen overslaat, maakt een sprong; wie naar een eerdere fase gaat, keert terug. Beide zijn eigen paden, geen uitval.
define-interval-term = Zekerheid
define-interval = Elk deel heeft een 95%-interval volgens Wilson; onder n = 30 is het open getekend, als onzeker.

note-ghosts = { $shown } van { $all ->
    [one] { $all } spookpad getoond
   *[other] { $all } spookpaden getoond
}
note-stage-paths = { $shown } van { $all ->
    [one] { $all } sprong of terugkeer tussen fasen getoond
   *[other] { $all } sprongen en terugkeren tussen fasen getoond
}
note-labels = { $count ->
    [one] { $count } label weggelaten wegens plaatsgebrek
   *[other] { $count } labels weggelaten wegens plaatsgebrek
}

fact-sample-customers = { $count ->
    [one] Steekproef: { $count } klant
   *[other] Steekproef: { $count } klanten
}
fact-sample-visits = { $count ->
    [one] Steekproef: { $count } klant
   *[other] Steekproef: { $count } klanten
}, { $visits ->
    [one] { $visits } bezoek
   *[other] { $visits } bezoeken
}
fact-window = Termijn: { $window }
fact-window-unlimited = Termijn: onbeperkt
fact-range = Binnengekomen van { $from } tot en met { $to }
fact-range-from = Binnengekomen vanaf { $from }
fact-range-to = Binnengekomen tot en met { $to }
fact-range-all = Binnengekomen op enig moment
fact-cutoff = Gegevens tot en met { $day }
fact-coverage = Dekking: { $share } van { $count ->
    [one] { $count } interactie
   *[other] { $count } interacties
}
fact-segment = Segment: { $segment }
fact-segment-all = Alle klanten
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
