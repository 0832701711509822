# Teksten over kopieën van een werkruimte die met haar in strijd zijn, in het Nederlands.

merge-open = Kopieën met verschillen samenvoegen
merge = Kopie samenvoegen
merge-hint = Een map die tussen computers wordt gesynchroniseerd, laat een kopie achter als de werkruimte op twee ervan is gewijzigd. Vóór het samenvoegen wordt een reservekopie gemaakt, en het samenvoegen is één stap die ongedaan gemaakt kan worden.
merge-none = Naast deze werkruimte staat geen kopie die ervan verschilt.
merge-copy = Kopie
merge-copy-at = { $name } ({ $when })
copies-note = { $count ->
    [one] Een gesynchroniseerde map heeft een kopie van deze werkruimte achtergelaten: { $names }
   *[other] Een gesynchroniseerde map heeft { NUMBER($count) } kopieën van deze werkruimte achtergelaten: { $names }
}
copies-compare = Vergelijken en samenvoegen
copies-later = Niet nu
merge-locked = Deze kopie gaat open met een andere wachtwoordzin dan de werkruimte, of alleen met een wachtwoordzin. Daarmee is te zien wat erin staat.
merge-unlock = Erin kijken
merge-map = Kaart
merge-what = Wat ermee is gebeurd
merge-wanted = Wat te doen
merge-map-there = { $title } (in de kopie: { $there })
merge-only-there = alleen in de kopie
merge-changed-here = hier gewijzigd
merge-changed-there = in de kopie gewijzigd
merge-changed-both = in beide gewijzigd
merge-deleted-here = hier verwijderd
merge-deleted-there = in de kopie verwijderd
merge-stay = Blijven zoals ze zijn: { $titles }
merge-choose = Kies…
merge-do-keep-mine = De mijne houden
merge-do-take-theirs = Die van de kopie nemen
merge-do-keep-both = Beide houden
merge-do-add = Toevoegen
merge-do-leave-out = Weglaten
merge-do-keep-it = Houden
merge-do-delete = Hier ook verwijderen
merge-do-leave-deleted = Verwijderd laten
merge-do-add-again = Weer toevoegen
merge-personas = Persona’s die meekomen: { $names }
merge-segments = Segmenten die meekomen: { $names }
merge-imports = Niet overgenomen: wat alleen in de kopie is geïmporteerd
merge-imports-text = Importeer deze bestanden hier ook. Zijn ze er niet meer, open dan de kopie en voeg deze werkruimte daarin samen.
merge-import = { $source }, { $day } ({ $count ->
    [one] { NUMBER($count) } rij
   *[other] { NUMBER($count) } rijen
})
merge-nothing = De kopie heeft niets wat de werkruimte niet heeft.
merge-start = Samenvoegen
merge-done = De kopie is samengevoegd.
merge-added = Toegevoegd: { $titles }
merge-changed = Nu zoals in de kopie: { $titles }
merge-deleted = Verwijderd: { $titles }
merge-aside-text = De kopie staat nog naast de werkruimte. Weggezet wordt ze een reservekopie van de werkruimte: ze kan worden teruggezet en verdwijnt op den duur, zoals reservekopieën doen.
merge-aside = Kopie wegzetten
merge-leave = Laten staan
failure-no-copy-of-this = { $path } is geen kopie van deze werkruimte.
    .next = Misschien is ze intussen verplaatst of verwijderd.
failure-undecided-map = De kaart “{ $title }” is in beide gewijzigd.
    .next = Kies welke u wilt.
