## What is written of a touchpoint

details = Details
detail-several = Several
detail-description = What happens here
detail-actor = Who acts
detail-owner = Owner
detail-owner-none = Nobody
detail-tags = Tags
detail-tag-add = Add, with commas between
chip-remove = Remove { $name }
detail-remove = Remove { $what }

detail-experience = Experience
detail-moment = Moment of truth
detail-moment-text = The whole journey is decided here.
detail-drama = Drama
detail-drama-of = Drama { $drama } of 5
detail-quote = Quote
detail-pains = Pains, one a line
detail-opportunities = Opportunities, one a line

detail-image = Image
detail-image-choose = Choose an image
detail-image-change = Choose another
detail-image-remove = Remove the image
choose-image = Choose an image
    .files = Images
failure-no-image = { $path } cannot be used as an image. Choose a PNG, JPEG or WebP. ({ $reason })
failure-image-nowhere = Drop an image on a touchpoint, or select the touchpoints first.

detail-content-and-links = Content and links
detail-content-what = Content
detail-content-format = Format
detail-content-status = Status
detail-content-idea = Idea
detail-content-planned = Planned
detail-content-in-progress = In the making
detail-content-done = Done
detail-content-add = Plan content
detail-content-example = Such as “How to choose a size”
detail-link-title = Link
detail-link-address = Address
detail-link-add = Add a link

detail-evidence = Evidence
detail-evidence-none = Nothing said
detail-evidence-assumed = Assumed
detail-evidence-observed = Observed
detail-evidence-measured = Measured
detail-evidence-since = Last:
detail-evidence-day = The day of the evidence
detail-evidence-no-day = no day
detail-evidence-age-assumed = Assumed { $ago }.
detail-evidence-age-observed = Observed { $ago }.
detail-evidence-age-measured = Measured { $ago }.
detail-evidence-stale = That is { $months } months or more: see whether it still holds.

## Channels of one's own

channel-own-add = Own channel …
channel-own-new = Own channel
channel-own-name = Name of the channel
channel-own-icon = Icon
channel-own-used = { $count } touchpoints of this map use it: it changes for all of them.
channel-icon-sparkle = Sparkle
channel-icon-heart = Heart
channel-icon-bell = Bell
channel-icon-book = Book
channel-icon-camera = Camera
channel-icon-car = Car
channel-icon-cup = Cup
channel-icon-gift = Gift
channel-icon-house = House
channel-icon-key = Key
channel-icon-pin = Pin on a map
channel-icon-screen = Screen
channel-icon-microphone = Microphone
channel-icon-code = Code to scan
channel-icon-ticket = Ticket
channel-icon-people = People
channel-icon-watch = Watch
channel-icon-tool = Tool
measured-feeling = Measured by surveys, −2 to +2: { $mean } (95 % interval { $low } to { $high }), customers who answered:
