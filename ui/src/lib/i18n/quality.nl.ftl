# Wat er mis is met de gegevens.

quality-words = Wat er mis kan zijn met { $customers } klanten en { $interactions } interacties. Elk aantal opent de klanten erachter.
quality-words-map = De laatste kolom telt de percentages van “{ $map }” opnieuw zonder wat er mis is, zoals de vraag van die kaart ze stelt, en toont het percentage dat het meest verandert.
quality-none = Er zijn nog geen klanten. Importeer ze, dan staat hier wat er mee mis kan zijn.
quality-of-customers = Wat er van klanten bekend is
quality-of-interactions = Wat ze deden
quality-flaw = Wat er mis is
quality-customers = Klanten
quality-interactions = Interacties
quality-without = Zonder dit, op “{ $map }”
quality-counting = Bezig met tellen…
quality-no-rates = De kaart heeft geen percentages.
quality-unchanged = Er verandert niets.
quality-rates = { $before } → { $after }
quality-changed = { $changed } van { $rates } percentages veranderen.
quality-gone = { $count ->
    [one] Bij { $count } blijft er niemand over.
   *[other] Bij { $count } blijft er niemand over.
}
quality-rejected = Rijen die bij het importeren zijn weggelaten
quality-rejected-words = Ze tellen nergens in mee. Het verslag van een import zegt welke rijen het zijn en waarom.
quality-rejected-of = { $count ->
    [one] { $count } rij van { $source }
   *[other] { $count } rijen van { $source }
}
quality-absent = Gezocht, en niet gevonden

quality-same-key = De sleutel verschilt alleen in hoofdletters of spaties, dus waarschijnlijk telt één persoon meer dan eens mee.
quality-same-email = Eén persoon met meerdere sleutels telt als meerdere klanten, elk met een deel van de reis.
quality-without-interactions = Alleen hun gegevens zijn bekend: ze zitten in segmenten, maar in geen enkel percentage.
quality-lacking = Minstens de helft van de klanten heeft een waarde. Een regel hierover laat deze klanten weg, en een persona die erop rust ook.
quality-future = Na vandaag. Alles telt tot en met de nieuwste interactie, dus één datum te ver weg laat elke termijn verstreken lijken en maakt van mensen die onderweg zijn verloren klanten.
quality-out-of-order = In hun bron staan ze aan de verkeerde kant van een eerdere. Ze tellen op tijd; kloppen de tijden niet, dan klopt de reis niet.
quality-ties = Op hetzelfde moment op twee contactpunten van deze kaart. De volgorde in de bron beslist wat eerst kwam.
quality-date-only = Ze tellen als middernacht, dus vóór al het andere van die dag.
quality-unmatched = Geen contactpunt van een kaart noemt de gebeurtenis. Dat verandert geen percentage, maar misschien zijn deze mensen niet verloren, alleen elders bezig.
quality-without-channel = Andere interacties met dezelfde gebeurtenis hebben een kanaal. Een regel over kanalen laat deze weg.
quality-without-value = Andere interacties met dezelfde gebeurtenis hebben een waarde, of ze is een aankoop of antwoord. Sommen en scores laten deze weg.
quality-other-currency = De meeste aankopen zijn in een andere valuta, en er is geen koers. De omzet laat deze weg.

merge-customers-open = Samenvoegen…
merge-customers-of = { $who } samenvoegen
merge-customers = Klanten samenvoegen
merge-customers-count = { $people ->
    [one] { $customers } klanten worden { $people } persoon.
   *[other] { $customers } klanten worden { $people } personen.
}
merge-customers-examples = Enkele ervan, met voorop wie ervoor staat
merge-customers-more = { $count ->
    [one] En nog { $count }
   *[other] En nog { $count }
}
merge-customers-how = Wie het langst bekend is, staat voor elke persoon. Alles wat bronnen over de anderen zeggen telt als het zijne, ook wat later wordt geïmporteerd; van elk kenmerk geldt wat het laatst is gezegd. Het kan ongedaan worden gemaakt.
merge-customers-do = { $people ->
    [one] Samenvoegen tot { $people } persoon
   *[other] Samenvoegen tot { $people } personen
}
