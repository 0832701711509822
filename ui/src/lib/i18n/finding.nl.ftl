# Zoeken en vervangen in de teksten van een kaart, in het Nederlands.

command-find = Zoeken op de kaart
command-replace = Zoeken en vervangen op de kaart
find-text = Zoeken op deze kaart
find-with = Vervangen door
find-case = Hoofdletters onderscheiden
find-word = Alleen hele woorden
find-previous = De vorige
find-next = De volgende
find-close = Stoppen met zoeken
find-replace = Vervangen
find-replace-all = Alles vervangen
find-none = Niets gevonden
find-count = { NUMBER($at) } van { NUMBER($count) }
find-replaced = { $count ->
    [one] 1 plaats vervangen
   *[other] { NUMBER($count) } plaatsen vervangen
}
find-field-title = Titel
find-field-aim = Bedoeling
find-field-entry = Wanneer binnen
find-field-description = Wat hier gebeurt
find-field-owner = Verantwoordelijke
find-field-quote = Citaat
find-field-pain = Pijnpunt
find-field-opportunity = Kans
find-field-content = Inhoud
find-field-format = Vorm
find-field-link = Link
find-field-address = Adres
find-field-tag = Label
find-field-channel = { -word-channel }
find-field-label = Opschrift
find-field-cell = Rij
find-field-note = Kaart of notitie
find-field-author = Schrijver van een notitie
find-field-cluster = Cluster van notities
find-field-voter = Stemmer
find-field-notes = Sprekersnotities
find-field-folder = Map
find-field-event = Gebeurtenis

## In de hele werkruimte

command-find-anywhere = Zoeken in de hele werkruimte
palette-written = Zoeken wat er ergens staat
palette-written-hint = Titels, beschrijvingen, citaten, rijen, opschriften en gebeurtenissen op alle kaarten, persona’s en segmenten.
palette-more = { $count ->
    [one] Nog 1. Typ meer om het in te perken.
   *[other] Nog { NUMBER($count) }. Typ meer om het in te perken.
}
