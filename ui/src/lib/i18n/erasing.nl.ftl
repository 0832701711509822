# Teksten over het wissen van mensen en oude interacties, in het Nederlands.

customer-erase-open = Wissen …
customer-erase-title = “{ $customer }” voorgoed wissen?
customer-erase-text = Alles wat de werkruimte en de reservekopieën over deze klant bevatten, wordt overschreven en komt niet terug. Reservekopieën die niet gelezen kunnen worden, worden verwijderd. De geïmporteerde bestanden blijven zoals ze zijn: wie in het volgende bestand staat, komt daarmee terug.
customer-erase = Wissen
erase-everywhere = Ook uit mijn segmenten en kaarten
erase-everywhere-text = Waarden in regels en gebeurtenissen op kaarten die alleen deze klant heeft, worden eruit gehaald. Met de hand gekozen klanten, namen van geïmporteerde bestanden en stappen die ongedaan gemaakt kunnen worden, worden hoe dan ook behandeld.
erase-done = “{ $customer }” is gewist
erase-done-text = Van deze klant is niets meer over in de werkruimte, behalve wat hier staat.
erased-backups = { $count ->
    [one] Ook gewist uit { NUMBER($count) } reservekopie.
   *[other] Ook gewist uit { NUMBER($count) } reservekopieën.
}
erased-deleted-copies = { $count ->
    [one] { NUMBER($count) } onleesbare reservekopie is verwijderd.
   *[other] { NUMBER($count) } onleesbare reservekopieën zijn verwijderd.
}
erased-imports = { $count ->
    [one] { NUMBER($count) } import is het deel van de naam kwijt dat zei wie het was.
   *[other] { NUMBER($count) } imports zijn het deel van hun naam kwijt dat zei wie het was.
}
erased-version = De versie “{ $name }” is verwijderd, omdat ze iets van de klant zei.
erased-steps = { $count ->
    [one] { NUMBER($count) } stap kan niet meer ongedaan gemaakt worden.
   *[other] { NUMBER($count) } stappen kunnen niet meer ongedaan gemaakt worden.
}
erased-segment = De regel van het segment “{ $name }” heeft nu “…”, of minder met de hand gekozen klanten.
erased-event = De gebeurtenis “{ $event }” staat op geen kaart meer.
erased-mentions = Eigen teksten noemen deze klant nog; pas die zelf aan:
erased-in-file = De naam van het bestand zelf
erased-in-workspace = De titel van de werkruimte
erased-in-segment = Een segment
erased-in-persona = Een persona
erased-in-map = Een kaart
erased-in-stage = Een fase
erased-in-touchpoint = Een contactpunt
erased-in-touchpoint-event = Een gebeurtenis op een kaart
erased-in-transition = Een overgang
erased-in-lane = Een rij
erased-in-cell = Een vak van een rij
erased-in-touchpoint-cell = Een vak van een rij
erased-in-lane-card = Een kaart in een rij
erased-in-persona-feeling = Wat een persona voelt
erased-in-story-step = Een stap van een verhaal
erased-in-left-event = Een gebeurtenis die wordt weggelaten
erased-in-matched-event = Een gebeurtenis die werd gekoppeld

## Interacties die te oud zijn

retention-open = Oude interacties wissen
retention = Oude interacties wissen
retention-text = Interacties van daarvoor worden overschreven, in de werkruimte en in de reservekopieën, en komen niet terug. Reservekopieën die niet gelezen kunnen worden, worden verwijderd. Een bestand waar ze in staan, brengt ze terug als het opnieuw geïmporteerd wordt.
retention-age = Ouder dan
retention-years = { NUMBER($years) } jaar
retention-date = Een datum
retention-day = Voor
retention-day-none = Kies een dag
retention-count = { $interactions ->
    [0] Geen interactie is van voor { $before }.
    [one] { NUMBER($interactions) } van { NUMBER($of) } interacties verdwijnt, en daarmee { $customers ->
        [0] geen klant
        [one] { NUMBER($customers) } klant
       *[other] { NUMBER($customers) } klanten
    }: alles van voor { $before }.
   *[other] { NUMBER($interactions) } van { NUMBER($of) } interacties verdwijnen, en daarmee { $customers ->
        [0] geen klant
        [one] { NUMBER($customers) } klant
       *[other] { NUMBER($customers) } klanten
    }: alles van voor { $before }.
}
retention-customers = Ook klanten wissen die geen andere interacties hebben
retention-customers-text = { $count ->
    [one] { NUMBER($count) } klant heeft er daarna geen.
   *[other] { NUMBER($count) } klanten hebben er daarna geen.
} Van { NUMBER($unknown) } van hen is niets anders bekend: zij verdwijnen hoe dan ook.
retention-erase = Wissen
retention-done = { $interactions ->
    [one] { NUMBER($interactions) } interactie is gewist
   *[other] { NUMBER($interactions) } interacties zijn gewist
}, en { $customers ->
    [one] { NUMBER($customers) } klant
   *[other] { NUMBER($customers) } klanten
}.
failure-bad-age = “{ $text }” is geen ouderdom en geen datum.

## Wat over één klant is opgeslagen

record-open = Exporteren wat is opgeslagen …
record-written = Bewaard als { $path }
choose-record = Bewaren wat is opgeslagen als
    .files = Een pagina, of JSON voor programma’s

## Een kopie voor anderen

disguise-open = Kopie om te delen bewaren …
disguise = Kopie om te delen bewaren
disguise-text = De kopie heeft de kaarten en persona’s zoals ze zijn, en telt hetzelfde. Klanten hebben willekeurige sleutels, en niets zegt van wie ze zijn. Namen, waarden, namen van imports en de geschiedenis blijven weg. Er is geen wachtwoordzin.
disguise-keep = Kenmerken die blijven
disguise-keep-text = Wat minder dan vijf klanten hebben, blijft ook hieruit weg. Segmenten waarvan de regels vragen naar wat wegblijft, of klanten noemen, staan niet in de kopie.
disguise-shift = Datums verschuiven
disguise-shift-text = Alle datums van een klant met hetzelfde willekeurige aantal dagen, hoogstens een half jaar. De tijden ertussen blijven; wat per datum geteld wordt of vlak voor het einde van de gegevens ligt, niet.
disguise-own-texts = Wat u in de velden van contactpunten schreef, zoals verantwoordelijken en citaten, blijft weg, net als de rol, leeftijd, plaats en het citaat van persona’s. Titels, kanalen, rijen en wat u verder over persona’s schreef, worden gekopieerd zoals ze zijn: let erop dat ze niemand noemen.
disguise-write = Bewaren …
disguise-name = { $title } om te delen
disguise-done = { $path } heeft { $customers ->
    [one] { NUMBER($customers) } klant
   *[other] { NUMBER($customers) } klanten
} en { $interactions ->
    [one] { NUMBER($interactions) } interactie
   *[other] { NUMBER($interactions) } interacties
}.
disguise-values = { $count ->
    [one] { NUMBER($count) } waarde is weggelaten, omdat minder dan vijf klanten die hebben.
   *[other] { NUMBER($count) } waarden zijn weggelaten, omdat minder dan vijf klanten ze hebben.
}
disguise-events = { $count ->
    [one] { NUMBER($count) } gebeurtenis heeft geen naam, omdat minder dan vijf klanten die hebben en geen kaart ze noemt.
   *[other] { NUMBER($count) } gebeurtenissen hebben geen naam, omdat minder dan vijf klanten ze hebben en geen kaart ze noemt.
}
disguise-channels = { $count ->
    [one] { NUMBER($count) } kanaal is weggelaten, omdat minder dan vijf klanten het gebruikten.
   *[other] { NUMBER($count) } kanalen zijn weggelaten, omdat minder dan vijf klanten ze gebruikten.
}
disguise-segment = Het segment “{ $name }” is weggelaten.
failure-no-attribute = Geen klant heeft het kenmerk “{ $name }”.
