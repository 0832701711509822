# Teksten van het canvas, in het Nederlands.

canvas-name = Klantreis { $title }
canvas-new-touchpoint = Nieuw contactpunt
canvas-card = { -word-touchpoint }
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
canvas-zoom-fit = De hele kaart tonen
canvas-zoom-level = Zoom { $percent }
canvas-empty-title = Deze kaart heeft nog geen contactpunten
canvas-empty-add = Dubbelklik ergens in een fase om er een toe te voegen.
canvas-empty-connect = Sleep van de rand van een kaartje naar een ander kaartje om ze te verbinden.

## Waar ze bleven

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
account-in-progress = { -word-in-progress(form: "start") }
account-returned-late = { -word-came-back-late(form: "start") }
account-dropped = { -word-never-came-back(form: "start") }
account-stayed = { -word-stayed(form: "start") }
account-more = { $count ->
    [one] Eén andere weg
   *[other] { $count } andere wegen
}
account-conversion = { -word-conversion(form: "start") }
account-conversion-eventual = Uiteindelijke conversie
account-drop-off = { -word-drop-off(form: "start") }
account-stay = { -word-stayed(form: "start") }
account-of-n = { $count } van { $of }
account-interval = 95%-interval { $low } tot { $high }
account-few = minder dan 30: onzeker
account-times = Mediaan { $median }, de middelste helft tussen { $p25 } en { $p75 }
account-define-matured = Van wie de termijn voorbij is, zodat niemand afgehaakt heet die nog tijd heeft.
account-define-observed = Van iedereen die binnenkwam, ook wie nog tijd heeft.
account-define-eventual = Ook met andere bezoeken ertussen. De percentages kunnen samen boven 100 % uitkomen.
account-define-ghost = Klanten nemen deze weg, maar hij staat niet op de kaart.
account-elsewhere = { $lost ->
    [one] Deze klant was
   *[other] Van deze { $lost } { $busy ->
        [one] was er { $busy }
       *[other] waren er { $busy }
    }
} buiten deze kaart actief.
account-unseen-ahead = De kaart leidt verder naar iets zonder gebeurtenissen: wie daarheen gaat is niet te zien, dus dit is hoogstens zo veel.
