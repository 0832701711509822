# Teksten over segmenten en hun regels, in het Nederlands.

segment = Segment
segments = Segmenten
segment-add = Nieuw segment
segment-new = Nieuw segment
segment-edit = Segment
segment-save = Opslaan
segment-lacks-name = Geef het een naam om het op te slaan.
segment-of = Dit segment bewerken
segment-customers = Klanten tonen
segments-none = Voeg een segment toe om een vraag te stellen over een deel van de klanten.
segments-without-customers = Importeer klanten of wat zij deden om er segmenten van te maken.
segment-count = { NUMBER($count) } van { $of ->
    [one] { NUMBER($of) } klant
   *[other] { NUMBER($of) } klanten
}
segment-counting = Tellen …
segment-count-none = Maak de regel af om te zien hoeveel klanten eraan voldoen.
segment-count-faulty = Verbeter de regel om te zien hoeveel klanten eraan voldoen.
segment-leaving = Uw wijzigingen zijn nog niet opgeslagen.
segment-keep-editing = Verder bewerken
segment-discard = Verwerpen

## Een lijst die wordt bewaard

keep-list = Bewaren als segment
keep-list-fixed = { $count ->
    [one] Het segment bevat altijd deze klant, wat u later ook importeert.
   *[other] Het segment bevat altijd deze { NUMBER($count) } klanten, wat u later ook importeert.
}
keep-list-lasting = { $count ->
    [one] Nu 1 klant; wie erbij hoort, volgt uit de regel.
   *[other] Nu { NUMBER($count) } klanten; wie erbij hoort, volgt uit de regel.
}
keep-list-kept = Bewaard als “{ $name }”

## De regel als zin

rule-whole = Klanten voor wie { $how }:
rule-group = { $how }:
rule-how = Hoeveel hiervan
rule-how-all = dit allemaal geldt
rule-how-any = een of meer hiervan geldt
rule-how-none = niets hiervan geldt
rule-joint-all = en
rule-joint-any = of
rule-joint-none = of
rule-nothing-all = Zonder regel zijn dit alle klanten.
rule-nothing-any = Zonder regel is dit niemand.
rule-nothing-none = Zonder regel zijn dit alle klanten.
rule-attribute = { $attribute } { $test } { $value }
rule-attribute-bare = { $attribute } { $test }
rule-attribute-between = { $attribute } { $test } { $low } en { $high }
rule-attribute-days = { $attribute } { $test } { $days } { $count ->
    [one] dag
   *[other] dagen
}
rule-did = { $verb } { $what } { $often } { $times } { $count ->
    [one] keer
   *[other] keer
}
rule-from = vanaf { $day }
rule-to = vóór { $day }
rule-with-value = met een waarde { $test } { $value }
rule-with-value-between = met een waarde { $test } { $low } en { $high }
rule-within-first = binnen { $days } { $count ->
    [one] dag
   *[other] dagen
} na hun eerste interactie
rule-in-order = { $verb } { $steps }
rule-then = daarna
rule-within-step = elk binnen { $days } { $count ->
    [one] dag
   *[other] dagen
} na de vorige
rule-stands-at = { $verb } { $place } op de kaart { $map }
rule-belongs = { $verb } { $name }
rule-among = { $verb } { $customers }

## Wat in de zin staat

rule-verb = Wel of niet
rule-verb-did = deden
rule-verb-did-not = deden niet
rule-verb-did-in-order = deden in deze volgorde:
rule-verb-did-in-order-not = deden niet in deze volgorde:
rule-verb-stands-at = waren het laatst bij
rule-verb-stands-at-not = waren het laatst niet bij
rule-verb-persona = horen bij de persona
rule-verb-persona-not = horen niet bij de persona
rule-verb-segment = zitten in het segment
rule-verb-segment-not = zitten niet in het segment
rule-verb-customers = horen bij
rule-verb-customers-not = horen niet bij
rule-test = Vergelijking
rule-test-is = is
rule-test-is-not = is niet
rule-test-one-of = is een van
rule-test-not-one-of = is geen van
rule-test-contains = bevat
rule-test-not-contains = bevat niet
rule-test-starts-with = begint met
rule-test-not-starts-with = begint niet met
rule-test-is-empty = is leeg
rule-test-not-is-empty = is ingevuld
rule-test-at-least = is minstens
rule-test-above = is meer dan
rule-test-at-most = is hoogstens
rule-test-below = is minder dan
rule-test-at-least-date = is op of na
rule-test-above-date = is na
rule-test-at-most-date = is op of vóór
rule-test-below-date = is vóór
rule-test-between = ligt tussen
rule-test-not-between = ligt niet tussen
rule-test-within-days = valt in de laatste
rule-test-not-within-days = valt niet in de laatste
rule-worth-at-least = van minstens
rule-worth-above = van meer dan
rule-worth-at-most = van hoogstens
rule-worth-below = van minder dan
rule-worth-is = van precies
rule-worth-between = tussen
rule-often = Hoe vaak
rule-often-at-least = minstens
rule-often-at-most = hoogstens
rule-often-exactly = precies
rule-attribute-name = Kenmerk
rule-value = Waarde
rule-values = Waarden
rule-times = Aantal keren
rule-days = Aantal dagen
rule-place = Plaats
rule-stage = de fase { $title }
rule-touchpoint = het contactpunt { $title }
rule-customers = Klanten
rule-customer = { $key } · { $name }
rule-these = { $count ->
    [one] deze klant
   *[other] deze { NUMBER($count) } klanten
}
rule-what = Wat zij deden
rule-what-anything = iets, wat dan ook
rule-what-channels = iets via { $channels }
rule-what-at = iets bij { $place } op de kaart { $map }
rule-kind-events = Gebeurtenissen
rule-kind-at = Iets op een plaats van een kaart
rule-kind-channels = Iets via een kanaal
rule-kind-anything = Wat dan ook
rule-anything-hint = Elke interactie telt, wat het ook was.
rule-more = nog { NUMBER($count) }
rule-unknown = { $name } (niemand heeft dit)
rule-gone = { $name } (bestaat niet meer)

## Wat nog gekozen moet worden

rule-write = waarde
rule-choose = kies
rule-choose-attribute = kies een kenmerk
rule-choose-day = kies een dag
rule-choose-map = kies een kaart
rule-choose-place = kies een plaats
rule-choose-persona = kies een persona
rule-choose-segment = kies een segment
rule-no-day = Geen dag
rule-look = Zoeken
rule-look-free = Zoek, of typ iets anders
rule-add-value = “{ $value }” toevoegen
rule-none-found = Zoiets is er niet.
rule-lacks-parts = Voeg een regel toe aan deze groep, of haal de groep weg.
rule-lacks-attribute = Kies een kenmerk.
rule-lacks-value = Vul in waarmee moet worden vergeleken.
rule-lacks-values = Kies minstens één waarde.
rule-lacks-days = Vul in hoeveel dagen, als geheel getal.
rule-lacks-times = Vul in hoe vaak, als geheel getal.
rule-lacks-day = Kies een dag, of haal de datum weg.
rule-lacks-what = Kies wat zij deden.
rule-lacks-steps = Kies bij elke stap wat zij deden.
rule-lacks-place = Kies een plaats op een kaart.
rule-lacks-persona = Kies een persona.
rule-lacks-segment = Kies een segment.
rule-lacks-customers = Kies minstens één klant.

## Wat u met een regel kunt doen

rule-add = Regel toevoegen
rule-add-attribute = Een kenmerk
rule-add-did = Wat zij deden
rule-add-did-in-order = Wat zij na elkaar deden
rule-add-stands-at = Waar zij op een kaart zijn
rule-add-persona = Bij welke persona zij horen
rule-add-segment = In welk segment zij zitten
rule-add-customers = Zelf gekozen klanten
rule-add-group = Een groep regels
rule-actions = Meer voor deze regel
rule-remove = Deze regel verwijderen
rule-up = Omhoog
rule-down = Omlaag
rule-wrap = In een groep zetten
rule-lift = Uit de groep halen
rule-dissolve = Groep opheffen
rule-more-clauses = Meer zeggen
rule-more-from = Vanaf een dag
rule-more-to = Vóór een dag
rule-more-worth = Met een waarde
rule-more-within = Kort na hun eerste interactie
rule-more-each = Elk kort na de vorige
rule-clause-remove = Weghalen: { $name }
rule-step-add = Stap toevoegen
rule-step-remove = Stap { NUMBER($number) } weghalen
rule-as-text = Als tekst tonen
rule-as-sentence = Als zin tonen
rule-text = De regel als tekst
rule-text-back = Terug naar de laatste goede regel
rule-text-hint = Zoals “touchline segment --text” hem leest; “touchline segment --help” legt uit hoe u regels schrijft.

overlaps = Hoe segmenten overlappen
overlaps-words = Van alle klanten, wat de vraag ook is. Elke kolom telt wie in precies de segmenten met een stip zit, zodat elke klant in één kolom staat; elke balk opent de klanten erachter, die je als eigen segment kunt bewaren.
overlaps-none = Voor overlap zijn twee segmenten nodig. Voeg ze toe in de navigator, of bewaar een lijst met klanten als segment.
overlaps-choose = Welke segmenten
overlaps-customers = Klanten
overlaps-in = hoort erbij
overlaps-not-in = hoort er niet bij
overlaps-more = { $count ->
    [one] { $count } kleinere overlap is niet getoond.
   *[other] { $count } kleinere overlappingen zijn niet getoond.
}
overlap-all = In { $within }
overlap-some = In { $within }, niet in { $without }
overlap-none = In geen van { $without }

segment-from-file = Klanten uit een bestand tonen…
segment-file = Genoemd in { $file }
segment-file-unknown = { $unknown ->
    [one] Genoemd in { $file }, waarin { $unknown } sleutel van niemand is
   *[other] Genoemd in { $file }, waarin { $unknown } sleutels van niemand zijn
}
