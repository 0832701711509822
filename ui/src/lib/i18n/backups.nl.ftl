backups-open = Reservekopieën
backups-to-opened = Terug naar hoe het was bij openen
backups = Reservekopieën
backups-hint = Touchline maakt zelf reservekopieën van de werkruimte: na het openen, elk uur zolang er wordt bewerkt, vóór elke import en voordat het bestandsformaat verandert. Bewaard blijven de laatste tien, daarna één per dag en één per week.
backups-kept-beside = Bewaard in een map naast de werkruimte.
backups-kept-in = Bewaard in { $folder }
backups-kept-in-hint = Andere computers die deze werkruimte openen, bewaren hun kopieën ernaast, of waar dat daar is gekozen.
backups-missing = Deze map is er nu niet: reservekopieën komen naast de werkruimte te staan tot ze terug is.
backups-change-folder = Map kiezen…
backups-beside = Naast de werkruimte
backups-moved = { $count ->
    [0] Vanaf nu worden reservekopieën daar bewaard.
    [one] { NUMBER($count) } reservekopie is daarheen verplaatst.
   *[other] { NUMBER($count) } reservekopieën zijn daarheen verplaatst.
}
backups-left = De reservekopieën in { $folder } konden niet worden verplaatst: die map is er niet. Ze blijven daar staan en worden niet meer getoond.
backups-none = Er is nog geen reservekopie. De eerste wordt kort na het openen gemaakt.
backups-choose = Kies een reservekopie om te zien wat erin staat.
backups-make = Nu een kopie maken
backups-nothing-new = Er is niets veranderd sinds de laatste reservekopie.
backups-restore = Hiernaar teruggaan
backups-restore-hint = Voordat de kopie wordt teruggezet, wordt van de werkruimte zoals die nu is ook een reservekopie gemaakt: u kunt zich dus bedenken.
backups-now = Nu
backups-then = Kopie
backups-touchpoints = Contactpunten
backups-maps-gone = Niet in de kopie: { $maps }
backups-maps-back = Alleen in de kopie: { $maps }
backup-opened = na het openen
backup-hourly = tijdens het bewerken
backup-import = vóór een import
backup-restore = vóór het teruggaan
backup-asked = door u gemaakt
backup-merge = vóór het samenvoegen
backup-copy = een weggezette kopie
backup-migration = vóór een nieuw formaat
backup-is-beside = naast de werkruimte
backup-is-now = Zoals het nu is
backup-is-opened = Zoals u het opende
failure-not-backed-up = Van de werkruimte kon geen reservekopie worden gemaakt: { $reason }
failure-backed-up-beside = De map voor reservekopieën is er niet: { $path }
    .next = Reservekopieën komen naast de werkruimte te staan tot ze terug is.
failure-backup-folder-missing = De map waarin de reservekopieën worden bewaard, is er niet: { $path }
    .next = Sluit de schijf aan, of kies een andere map onder “Reservekopieën”. Er is niets veranderd.
failure-no-settings = Dit systeem heeft geen map voor instellingen, dus er kan geen map worden gekozen.
failure-no-backup = De reservekopie “{ $id }” is er niet meer.
import-not-backed-up = Vooraf kon geen reservekopie van de werkruimte worden gemaakt: { $reason }
