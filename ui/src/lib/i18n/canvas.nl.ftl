# Teksten van het canvas, in het Nederlands.

canvas-name = Klantreis { $title }
canvas-new-touchpoint = Nieuw contactpunt
canvas-card = { -word-touchpoint }
canvas-rename-touchpoint = Titel van het contactpunt
canvas-rename-stage = Titel van de fase
canvas-rename-lane = Titel van de rij
canvas-write-cell = Wat de rij hier zegt
canvas-write-card = Wat er op de kaart staat
canvas-name-touchpoint = Titel van het nieuwe contactpunt
canvas-outline-empty = Nog geen contactpunten
canvas-minimap = Overzicht van de kaart
canvas-zoom = Zoom
canvas-zoom-level = Zoom { $percent }
canvas-empty-title = Deze kaart heeft nog geen contactpunten
canvas-empty-add = Dubbelklik ergens in een fase om er een toe te voegen.
canvas-empty-connect = Sleep van de rand van een kaartje naar een ander kaartje om ze te verbinden.
channels-palette = Kanalen
channels-hint = Sleep er een op de kaart, of kies er een om die naast de selectie toe te voegen.
channels-open = Kanalen tonen om uit te slepen
channels-fold = Kanalen inklappen
command-snap = Kaartjes uitlijnen tijdens het slepen
command-snap-on = Kaartjes uitlijnen tijdens het slepen
command-snap-off = Kaartjes niet uitlijnen tijdens het slepen
lane-fold = De rij { $lane } openen of inklappen
ghost-adopt = Deze weg als overgang tekenen

failure-nothing-to-paste = Er is niets om te plakken: op het klembord staan geen contactpunten en geen tekst.
failure-nothing-to-replace = Er is niets om te vervangen: wat was gevonden staat er niet meer.
failure-too-many-to-paste = De tekst heeft { NUMBER($found) } regels. Er kunnen hoogstens { NUMBER($most) } contactpunten tegelijk worden geplakt; er is niets geplakt.
failure-no-clipboard = Het klembord van het systeem is nu niet te gebruiken. Er is niets veranderd.
