# Teksten van het canvas, in het Nederlands.

canvas-name = Klantreis { $title }
canvas-new-touchpoint = Nieuw contactpunt
canvas-card = contactpunt
canvas-rename-touchpoint = Titel van het contactpunt
canvas-rename-stage = Titel van de fase
canvas-name-touchpoint = Titel van het nieuwe contactpunt
canvas-outline = Overzicht van de kaart in tekst
canvas-outline-empty = Nog geen contactpunten
canvas-outline-leads-to = Leidt naar
canvas-outline-ghosts = Wegen die klanten nemen en die niet op de kaart staan
canvas-minimap = Overzicht van de kaart
canvas-zoom = Zoom
canvas-zoom-in = Inzoomen
canvas-zoom-out = Uitzoomen
canvas-zoom-fit = De hele kaart tonen (Shift+1)
canvas-zoom-level = Zoom { $percent }
canvas-empty-title = Deze kaart heeft nog geen contactpunten
canvas-empty-add = Dubbelklik ergens in een fase om er een toe te voegen.
canvas-empty-connect = Sleep van de rand van een kaartje naar een ander kaartje om ze te verbinden.

## De verantwoording van een knoop of een verbinding

account-edge = { $from } → { $to }
account-ghost = Niet op de kaart
account-draw-hint = Dubbelklik om deze te tekenen
account-customers = { $count ->
    [one] klant
   *[other] klanten
}
account-visits = { $count ->
    [one] bezoek
   *[other] bezoeken
}
account-entered = Binnengekomen
account-entered-at = Binnengekomen bij { $title }
account-moved-to = Door naar { $title }
account-in-progress = Onderweg
account-returned-late = Laat teruggekomen
account-dropped = Afgehaakt
account-stayed = Gebleven
account-more = { $count ->
    [one] Eén andere weg verder
   *[other] { $count } andere wegen verder
}
account-conversion = Conversie
account-conversion-eventual = Uiteindelijke conversie
account-drop-off = Uitval
account-stay = Gebleven
account-of-n = { $count } van { $of }
account-interval = 95 %-interval { $low } tot { $high }
account-few = minder dan 30: onzeker
account-times = Mediaan { $median }, de middelste helft tussen { $p25 } en { $p75 }
account-define-matured = Van wie de termijn voorbij is, zodat niemand verloren heet die nog tijd heeft.
account-define-observed = Van iedereen die binnenkwam, ook wie nog tijd heeft.
account-define-eventual = Wat er ook tussendoor kwam. De aandelen kunnen samen boven 100 % uitkomen.
account-define-ghost = Klanten namen deze weg, maar de kaart heeft hem niet.
