### Personas and their sheets.

persona-add = New persona
persona-new = New persona
personas-none = Add a persona to say whose journey a map tells.
personas-none-text = A persona is a kind of customer with a face: who it is, what it wants and what stands in its way. Maps tell the journeys of personas.
persona-delete = Delete persona
persona-export = Export…
persona-sheet = Sheet of { $name }
persona-kind = Type
persona-no-kind = not said
persona-segment = Stands for the customers of
persona-no-segment = no segment
persona-share-is = { $share } of all customers: { $customers } of { $of }
persona-share-none = Choose a segment to count how many of the customers it stands for.
persona-line-each = An entry a line
persona-about = Who this is
persona-wants = What moves this persona
persona-likes = Channels, brands and traits
persona-data = Customers

## The avatar

persona-photo = Photo
persona-photo-choose = Choose a photo
persona-photo-change = Choose another
persona-photo-remove = Remove the photo, and show the avatar
avatar = Avatar
avatar-face = Face
avatar-face-plain = plain
avatar-face-freckles = freckles
avatar-face-glasses = glasses
avatar-face-moustache = moustache
avatar-face-beard = beard
avatar-hair = Hair
avatar-hair-short = short
avatar-hair-parted = parted
avatar-hair-curly = curls
avatar-hair-bob = bob
avatar-hair-long = long
avatar-hair-bun = bun
avatar-hair-headscarf = headscarf
avatar-hair-bald = none
avatar-tint = Colour

## Channels, brands and traits

persona-channel-add = Add a channel…
persona-brand-add = Add a brand
persona-trait-add = Add a trait
persona-trait-low = One end
persona-trait-high = The other end
persona-trait-value = Between { $low } and { $high }
persona-trait-remove = Remove the trait
persona-trait-new-low = calm
persona-trait-new-high = hasty
sentiment-of = How { $who } feels
feeling-quote = In its own words

## Exporting a sheet

export-sheet-title = Export the sheet
export-sheet-text = The sheet as it is shown, with its share of the customers as of today.

## What the data say

persona-facts = What the data say
persona-facts-all = Customers, { $share } of all
persona-facts-segment = Of the segment
persona-facts-picked = Hand-picked
persona-facts-excluded = Hand-excluded
persona-facts-shared = Another persona’s, too
persona-facts-revenue = Revenue of a buyer, observed
persona-facts-score = { $survey }
persona-facts-stages = Where they stand on “{ $map }”
persona-facts-nowhere = Not on this map
persona-facts-channels = Channels that they used
persona-differs = What is written and not so
persona-differs-channel = Prefers other channels, but { $share } of its customers used “{ $found }”:
persona-differs-place = Is written to be in { $written }, but { $share } of its customers are in { $found }:
persona-differs-age = Is written to be { $written }, but the middle age of its customers is { $found }:
