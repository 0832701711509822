# Teksten over de geschiedenis van een werkruimte, in het Nederlands.

history = Geschiedenis
history-toggle = Geschiedenis
history-close = Geschiedenis sluiten
history-steps = Stappen, de nieuwste eerst
history-today = Vandaag
history-yesterday = Gisteren
history-now = Nu
history-now-undone = Nu · { $count ->
    [one] de stap hierboven is ongedaan gemaakt
   *[other] de { $count } stappen hierboven zijn ongedaan gemaakt
}
history-now-hint = { $count ->
    [one] Met de volgende wijziging vervalt die voorgoed.
   *[other] Met de volgende wijziging vervallen die voorgoed.
}
history-beginning = Zoals de werkruimte is gemaakt
history-cut = Oudere stappen worden niet bewaard
history-opened = Zoals je haar opende
history-opened-lost = Hoe je haar opende, ligt verder terug dan de stappen die bewaard zijn. Het staat bij de reservekopieën.
history-opened-backup = Reservekopieën openen
history-step-of = { $step } “{ $subject }”
history-row = { $step }, { $when }
history-row-undone = { $step }, { $when }, ongedaan gemaakt
history-row-current = { $step }, { $when }, zoals het nu is
history-none = Er is nog niets gedaan dat ongedaan gemaakt kan worden.
history-discarded = { $count ->
    [one] 1 ongedaan gemaakte stap is met deze wijziging vervallen
   *[other] { $count } ongedaan gemaakte stappen zijn met deze wijziging vervallen
}

## Versies met een naam

version-name = Deze versie een naam geven…
version-name-now = Versie benoemen
version-rename = Versie hernoemen
version-rename-of = “{ $name }” hernoemen…
version-delete-of = “{ $name }” verwijderen…
version-delete = Versie verwijderen
version-delete-text = “{ $name }” verdwijnt, met wat eronder bewaard is. De stap blijft.
version-delete-whole = “{ $name }” verdwijnt, met de kaarten zoals ze toen waren. Er leidt geen stap meer heen, dus dit kan niet ongedaan gemaakt worden.
version-keep = Bewaren
version-called = Naam
version-hint = Alle kaarten blijven bewaard zoals ze bij deze stap zijn, zolang de versie er is, ook als de stap vervalt of wegvalt.
version-kept = Versie, in haar geheel bewaard
version-apart = Versie “{ $name }”, in haar geheel bewaard

## Vergelijken en terugzetten

history-compare = Vergelijken met nu
history-restore = Deze kaart van hier terugzetten
compare = Versies vergelijken
compare-from = Eerder
compare-to = Later
compare-legend = Tekens
compare-same = De kaart is bij beide hetzelfde.
compare-differences = Wat verschilt
compare-restore = De eerdere terugzetten
compare-close = Klaar
differs-map = Kaart “{ $title }”
differs-stage = Fase “{ $title }”
differs-touchpoint = Contactpunt “{ $title }”
differs-transition = “{ $title }” naar “{ $to }”
differs-lane = Rij “{ $title }”
differs-cell = “{ $title }” bij “{ $to }”
differs-was = was “{ $title }”
differs-field-title = titel
differs-field-place = plaats
differs-field-stage = in welke fase
differs-field-position = volgorde
differs-field-channel = kanaal
differs-field-sentiment = gevoel
differs-field-feelings = gevoel van persona’s
differs-field-goal = doel
differs-field-events = gebeurtenissen
differs-field-locked = vergrendeling
differs-field-sub-journey = deelreis
differs-field-left-events = gebeurtenissen bij geen contactpunt
differs-field-lifecycle = levenscyclus
differs-field-personas = persona’s
differs-field-kind = soort
differs-field-view = wat er te zien is
differs-field-description = beschrijving
differs-field-owner = verantwoordelijke
differs-field-actor = wie handelt
differs-field-drama = drama
differs-field-moment-of-truth = moment van de waarheid
differs-field-quote = citaat
differs-field-pains = pijnpunten
differs-field-opportunities = kansen
differs-field-content = content
differs-field-links = links
differs-field-tags = labels
differs-field-evidence = onderbouwing
differs-field-aim = doel in woorden
differs-field-entry = wanneer men binnenkomt
differs-field-tint = kleur
differs-field-width = breedte
differs-field-label = label
differs-field-by = waarover de cellen gaan
differs-field-height = hoogte
failure-no-map-then = Deze kaart was er bij die stap nog niet.
    .next = Kies een latere stap of een andere versie.
