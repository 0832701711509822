# What customers are worth, and what their values mean.

worth = Who stays, and what they are worth
worth-words = Of those the question above asks about, { $period }.
worth-last = Without a beginning in the question, a period is its last 90 days.
worth-nobody-before = Nobody was active in the time just before this period, so there is nobody to keep.
worth-period = { $from } – { $to }
worth-interval = 95 % interval: { $range }
worth-active = Active is
worth-active-purchases = who bought something
worth-active-contacts = who had contact
worth-active-purchases-formula = Customers with at least one purchase in the period.
worth-active-contacts-formula = Customers with at least one contact on this map in the period.
worth-retention = Retention rate
worth-retention-formula = (Active in the period − new in it) ÷ customers at the start: those active in the time of the same length just before. Who comes back after a longer break is new here.
worth-churn = Churn rate
worth-churn-formula = 1 − retention rate.
worth-revenue = Revenue
worth-revenue-formula = The sum of all purchases in the period, refunds taken off. Observed.
worth-purchases = Purchases
worth-refunds = Refunds
worth-per-buyer = Per buyer
worth-lifetime = Lifetime value
worth-lifetime-formula = Average purchase value × purchases a year × years as a customer (length of the period ÷ churn rate).
worth-projected = Projected, not observed
worth-purchase-value = Average purchase
worth-per-year = Purchases a year
worth-years = Years as a customer
worth-next-year = Value in the next year
worth-next-year-formula = What a customer is expected to spend in the year after the data, by BG/NBD and Gamma-Gamma over all purchases.
worth-next-purchases = Expected purchases
worth-next-buyers = Customers it is of
worth-nps = NPS
worth-nps-formula = Share of 9 and 10 − share of 0 to 6, of each customer's last answer.
worth-csat = CSAT
worth-csat-formula = Share of 4 and 5 out of 5, of each customer's last answer.
worth-ces = CES
worth-ces-formula = Share of 5 to 7 out of 7, of each customer's last answer.
worth-mean = Mean answer
worth-other-currencies = { $count ->
    [one] { $count } purchase in another currency is left out.
   *[other] { $count } purchases in other currencies are left out.
}
worth-without-value = { $count ->
    [one] { $count } purchase without an amount is left out.
   *[other] { $count } purchases without an amount are left out.
}
worth-lost-at = Lost at { $title }

stakes = Value at stake
stakes-words = Customers lost at each place, times what those who moved on spent more than they did in the { $days } days after they came there. Only who came there early enough for all those days to be over is compared. Red where even the lower end of the interval is above zero; grey where it may be chance.
stakes-none = There is nothing to rank yet. It takes purchases after the visits of this map: import them, or say below which event is a purchase.
stakes-at = Place
stakes-lost = Lost
stakes-of-moved = Spent by who moved on
stakes-of-lost = Spent by who was lost
stakes-value = At stake
stakes-interval = Share and 95 % interval
stakes-between = 95 %: { $low } to { $high }

meanings = What values mean
meanings-words = Some events carry a number. Say which are purchases and which are answers to a survey, and they are counted above.
meanings-of = What the values of { $event } mean
meaning-nothing = Nothing special
meaning-purchase = A purchase
meaning-nps = NPS, 0 to 10
meaning-csat = CSAT, 1 to 5
meaning-ces = CES, 1 to 7
