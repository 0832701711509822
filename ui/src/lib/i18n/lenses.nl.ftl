# Teksten van de lenzen, in het Nederlands.

lens = Lens
lens-through = Lens: { $lens }
lens-conversion = { -word-conversion(form: "start") }
lens-drop_off = { -word-drop-off(form: "start") }
lens-time = Tijd
lens-emotion = Gevoel
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
