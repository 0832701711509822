# What the picture and the window call the same things. Both read this file, so that neither goes its own way.
# Messages and terms of one name would be one to the picture, hence the prefix.

-word-drop-off = { $form ->
    [start] Drop-off
   *[inside] drop-off
}
-word-conversion = { $form ->
    [start] Conversion
   *[inside] conversion
}
-word-ghost-path = { $form ->
    [start] Ghost path
   *[inside] ghost path
}
-word-in-progress = { $form ->
    [start] In progress
   *[inside] in progress
}
-word-came-back-late = { $form ->
    [start] Came back late
   *[inside] came back late
}
-word-never-came-back = { $form ->
    [start] Never came back
   *[inside] never came back
}
-word-stayed = { $form ->
    [start] Stayed
   *[inside] stayed
}
-word-window = Window
-word-coverage = Coverage
-word-touchpoint = { $form ->
    [start] Touchpoint
   *[inside] touchpoint
}
-word-stage = { $form ->
    [start] Stage
   *[inside] stage
}
-word-transition = Transition
-word-goal = Goal
-word-channel = Channel

channel-website = Website
channel-app = App
channel-search = Search
channel-advertisement = Advertisement
channel-social = Social media
channel-email = E-mail
channel-message = Message
channel-phone = Phone
channel-chat = Chat
channel-store = Shop
channel-person = In person
channel-print = Print
channel-event = Event
channel-payment = Payment
channel-delivery = Delivery
channel-review = Review
channel-support = Support
channel-post = Post
channel-referral = Referral
channel-partner = Partner

sentiment-very-negative = very negative
sentiment-negative = negative
sentiment-neutral = neutral
sentiment-positive = positive
sentiment-very-positive = very positive

actor-customer = Customer
actor-front-stage = Front stage
actor-back-stage = Back stage

evidence-assumed = assumed
evidence-observed = observed
evidence-measured = measured

lane-emotion = Emotion
lane-actions = Actions
lane-thoughts = Thoughts
lane-pains = Pains
lane-opportunities = Opportunities
lane-content = Content
lane-channels = Channels
lane-kpis = Measures
lane-front-stage = Front stage
lane-back-stage = Back stage
lane-support = Support processes
lane-storyboard = Storyboard
lane-own = Own lane

## Of two states of a map

mark-added = Added
mark-removed = Removed
mark-changed = Changed
mark-moved = Moved

## Personas: their kinds, and what is written of them

persona-kind-primary = Primary persona
persona-kind-secondary = Secondary persona
persona-kind-negative = Negative persona
persona-kind-internal = Internal persona
persona = Persona
persona-role = Role
persona-age = Age
persona-place = Place
persona-share = Share of all customers
persona-channels = Channels
persona-brands = Brands
persona-goals = Goals
persona-frustrations = Frustrations
persona-needs = Needs
persona-motivations = Motivations
persona-traits = Traits
persona-quote = Quote
persona-description = Biography

tile-at-start = Customers at the start
tile-active = Active customers
tile-kept = Customers who stayed
tile-gone = Customers who left
tile-fresh = New customers
tile-won-back = Customers won back
tile-buyers = Buyers
tile-answered = Who answered the survey
tile-felt = Who answered a survey about a touchpoint
tile-answered-good = Who answered well
tile-answered-between = Who answered in between
tile-answered-bad = Who answered badly

flaw-same-key = Customers with the same key
flaw-same-email = Customers with the same e-mail address
flaw-without-interactions = Customers without interactions
flaw-lacking = Customers without “{ $attribute }”
flaw-future = Customers with interactions in the future
flaw-out-of-order = Customers with interactions out of order
flaw-ties = Customers in two places at once
flaw-date-only = Customers with days without a time
flaw-unmatched = Customers with events on no map
flaw-without-channel = Customers with interactions without a channel
flaw-without-value = Customers with interactions without a value
flaw-other-currency = Customers with purchases that no sum counts

## Around a map that is looked at

canvas-outline = Outline of the map
canvas-outline-leads-to = Leads to
canvas-outline-ghosts = Ways that customers take and the map does not have
canvas-zoom-in = Zoom in
canvas-zoom-out = Zoom out
canvas-zoom-fit = Show the whole map
