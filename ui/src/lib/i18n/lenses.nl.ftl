# Teksten van de lenzen, in het Nederlands.

lens = Lens
lens-through = Lens: { $lens }
lens-conversion = { -word-conversion(form: "start") }
lens-drop_off = { -word-drop-off(form: "start") }
lens-time = Tijd
lens-emotion = Gevoel
lens-comparison = Vergelijking
lens-value = Waarde op het spel
lens-plain = Kaal
paths = Toon paden die ten minste dragen
paths-all = Alle getekende paden
paths-from = Paden vanaf { $least }
paths-hidden = { $count ->
    [one] { $count } verborgen, { $share } van wie verderging
   *[other] { $count } verborgen, { $share } van wie verderging
}
define-paths = Toont de paden die ten minste dit deel dragen van wie verdergaat waar ze beginnen, en altijd het sterkste pad naar en van elk punt. Wat op de kaart staat en minder draagt, is een dunne lijn zonder cijfers.
export-paths = { $count ->
    [one] { $count } pad is verborgen, zoals in het venster.
   *[other] { $count } paden zijn verborgen, zoals in het venster.
}
points = { $points } pp
against-sentence = Vergeleken met { $with }.
against-sentence-range = Vergeleken met { $with } die binnenkwamen tussen { $from } en { $to }.
against-with = Vergeleken met wie
against-from = Vergeleken met wie binnenkwam vanaf
against-to = Vergeleken met wie binnenkwam tot
against-others = alle andere klanten
against-range = dezelfde klanten
against-shared = { $count ->
    [one] { $count } klant zou aan beide kanten staan, dus dit vergelijkt met alle anderen.
   *[other] { $count } klanten zouden aan beide kanten staan, dus dit vergelijkt met alle anderen.
}
against-clear = { $count ->
    [0] Niets verschilt duidelijk.
    [one] { $count } weg verschilt duidelijk.
   *[other] { $count } wegen verschillen duidelijk.
}
against-nobody = Er wordt naar niemand gekeken.
incomparable-everybody = Iedereen is niet te vergelijken met een deel ervan: kies wie u bekijkt, of vergelijk twee perioden.
incomparable-overlapping = De twee perioden overlappen: kies wanneer de vraag begint of eindigt, en een andere periode om mee te vergelijken.
differences = Wat verschilt
differences-way = { $from } → { $to }
differences-against = tegen
differences-concerns = { $count ->
    [one] het gaat om { $count }
   *[other] het gaat om { $count }
}
differences-none = Er is niets te vergelijken.
differences-all = Toon alle { $count }
