# Teksten van de plek van de klanten en van elk getal dat daarheen leidt, in het Nederlands.

customers-none = Importeer wat uw klanten deden; dan staan ze hier.
customers-everybody = Alle klanten
customers-ruled = Klanten volgens een regel
customers-picked = Uitgekozen klanten
customers-others = Iedereen behalve { $who }
customers-gone = Niemand meer
customers-on-map = op de kaart “{ $map }”
customers-back-to-map = Terug naar de kaart
customers-back-to-insights = Terug naar de inzichten
customers-back-to-personas = Terug naar de persona’s
customers-back-to-quality = Terug naar de gegevenskwaliteit
customers-show-everybody = Alle klanten tonen
customers-search = Klanten zoeken
customers-search-hint = Zoek op sleutel, naam en kenmerken
customers-search-clear = Zoekopdracht wissen
customers-preparing = Zoeken wordt voorbereid: { $share }
customers-within = Alleen die van
customers-within-any = Elke persona of elk segment
customers-columns = Kolommen
customers-columns-search = Kolommen zoeken
customers-writing = De lijst wordt geschreven …
customers-writing-stop = Het exporteren stopt; er wordt geen bestand geschreven
customers-export = CSV exporteren

## De mensen op een lijst

people-key = Sleutel
people-name = Naam
people-entry = Binnengekomen
people-first = Eerste interactie
people-last = Laatste interactie
people-interactions = Interacties
people-none = Niemand staat op deze lijst.
people-reading = We zoeken op wie het zijn …
people-open = { $count }: { $who }
people-customers = { $count ->
    [one] { NUMBER($count) } klant
   *[other] { NUMBER($count) } klanten
}
people-visits = { $count ->
    [one] { NUMBER($count) } bezoek
   *[other] { NUMBER($count) } bezoeken
} van { $customers ->
    [one] { NUMBER($customers) } klant
   *[other] { NUMBER($customers) } klanten
}
people-narrowed-customers = { NUMBER($count) } van { $of ->
    [one] { NUMBER($of) } klant
   *[other] { NUMBER($of) } klanten
}
people-narrowed-visits = { NUMBER($count) } van { $of ->
    [one] { NUMBER($of) } bezoek
   *[other] { NUMBER($of) } bezoeken
}, door { $customers ->
    [one] { NUMBER($customers) } klant
   *[other] { NUMBER($customers) } klanten
}

## Wat de mensen achter een getal gemeen hebben

people-of-felt = Wie een enquête over { $title } invulde
people-of-all = Binnengekomen bij { $title }
people-of-moved = Verder gegaan vanaf { $title }
people-of-matured-moved = Verder gegaan vanaf { $title }, termijn voorbij
people-of-moved-to-next = { $title } → { $to }
people-of-moved-to-eventual = { $title } → … → { $to }
people-of-matured-moved-to-next = { $title } → { $to }, termijn voorbij
people-of-matured-moved-to-eventual = { $title } → … → { $to }, termijn voorbij
people-of-in-progress = { -word-in-progress(form: "start") } · { $title }
people-of-returned-late = { -word-came-back-late(form: "start") } · { $title }
people-of-dropped = { -word-never-came-back(form: "start") } · { $title }
people-of-lost = { -word-drop-off(form: "start") } · { $title }
people-of-matured = Termijn voorbij · { $title }
people-of-returned-late-elsewhere = { -word-came-back-late(form: "start") }, buiten deze kaart actief · { $title }
people-of-dropped-elsewhere = { -word-never-came-back(form: "start") }, buiten deze kaart actief · { $title }

## Eén klant

customer-back = Terug naar de lijst
customer-show-way = Pad op de kaart tonen
customer-in-none = In geen enkele
customer-persona-segment-in = Ja, volgens het segment
customer-persona-segment-out = Nee, volgens het segment
customer-persona-picked = Ja, met de hand gekozen
customer-persona-excluded = Nee, met de hand uitgesloten
customer-merged = Samengevoegd met
customer-separate = { $key } weer losmaken
customer-attributes = Kenmerken
customer-attributes-none = Meer is er niet bekend.
timeline = Alles wat er gebeurde
timeline-on-map = Alles wat er gebeurde, op de kaart “{ $map }”
timeline-no-touchpoint = Bij geen contactpunt
timeline-empty = Er is nog niets gebeurd.
timeline-value = { $value } { $currency }
way-of = Het pad van { $name }: { $count ->
    [one] 1 bezoek
   *[other] { NUMBER($count) } bezoeken
}
way-of-funnel = Een funnel van { $count ->
    [one] 1 stap
   *[other] { NUMBER($count) } stappen
}, tot het einde waarvan { $customers ->
    [one] 1 klant komt
   *[other] { NUMBER($customers) } klanten komen
}
way-of-variant = Een weg die { $customers ->
    [one] 1 klant ging
   *[other] { NUMBER($customers) } klanten gingen
}: { $count ->
    [one] 1 bezoek
   *[other] { NUMBER($count) } bezoeken
}
way-none = Het pad van { $name } raakt niets op deze kaart
way-close = Hele kaart tonen
way-customer = Deze klant openen
