# Teksten van het venster, in het Nederlands.

app-name = Touchline
