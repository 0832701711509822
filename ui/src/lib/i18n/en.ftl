# Texts of the window, in English.

app-name = Touchline
