using static CustomerDashboard.Core.Personas.ActionGoal;

namespace CustomerDashboard.Core.Personas;

/// <summary>Three actions for each archetype. The rates are modest targets to measure against, not forecasts.</summary>
internal static class ActionCatalogue
{
    private static readonly ActionTemplate Ask = new(
        "Ask what would bring them back", "Send a one-question survey and read every answer; sort the reasons into price, range and service.", Listen, 0.1);

    private static readonly ActionTemplate Bundle = new(
        "Offer bundles of what they already buy", "Combine their top products into sets and show the set on the product page and in the basket.", RaiseOrder, 0.1);

    private static readonly ActionTemplate Refer = new(
        "Let them bring a friend", "Give a credit to both sides once the friend's first order is paid.", ActionGoal.Refer, 0.05);

    private static readonly Dictionary<string, ActionTemplate[]> ByArchetype = new(StringComparer.Ordinal)
    {
        ["Champions"] =
        [
            new("Give them a reason to stay", "Early access to new products, a named contact, and thanks by name; no discounts, they buy without.", Keep, 0.05),
            Refer,
            new("Show them the rest of the range", "Recommend categories they have not bought from, starting from what similar customers buy.", RaiseOrder, 0.05),
        ],
        ["KeyAccounts"] =
        [
            new("Assign each a person", "One named contact per customer, a review twice a year, and a call after any problem.", Keep, 0.03),
            new("Agree on volumes ahead", "A framework for the year with prices by volume; they buy in bulk already.", RaiseOrder, 0.05),
            new("Ask them what to stock", "Show new lines to them first and take their orders into account when buying in.", Listen, 0.3),
        ],
        ["HighValueLoyalists"] =
        [
            new("Put them on the path to the top", "A loyalty tier whose next step is always in sight; remind them how near it is.", OneMoreOrder, 0.2),
            new("Keep service ahead of price", "Fast answers and reliable delivery first; check in by phone or mail after a problem.", Keep, 0.05),
            Bundle,
        ],
        ["LoyalCustomers"] =
        [
            new("Remind them at their own rhythm", "Write when their usual gap between orders is nearly over, with what they last bought on top.", OneMoreOrder, 0.2),
            Bundle,
            new("Catch those who slow down", "Flag whoever has been silent for one and a half times the usual gap, and write once, personally.", Keep, 0.05),
        ],
        ["ActiveRegulars"] =
        [
            new("Show them what is new first", "They look in often: a preview a week before everyone else gives each visit a reason.", OneMoreOrder, 0.2),
            Bundle,
            Refer,
        ],
        ["RisingRegulars"] =
        [
            new("Thank them for the third order", "A personal note with the order that makes them regulars; habits form here.", OneMoreOrder, 0.25),
            new("Widen what they buy", "One recommendation per mail from a category they have not tried.", MoreProducts, 0.2),
            new("Invite them to the loyalty programme", "Credit the orders they have already made.", Enrol, 0.3),
        ],
        ["SteadySmallSpenders"] =
        [
            new("Raise the basket a little", "Free delivery just above their average order; show what fits what is in the basket.", RaiseOrder, 0.15),
            new("Widen what they buy", "One recommendation per mail from a category they have not tried.", MoreProducts, 0.2),
            new("Reward the habit", "A stamp card or points for every order, whatever its size.", OneMoreOrder, 0.15),
        ],
        ["PotentialLoyalists"] =
        [
            new("Turn the habit into a rhythm", "A series of three mails after each order: how to use it, what goes with it, when to reorder.", OneMoreOrder, 0.25),
            new("Invite them to the loyalty programme now", "Credit the orders they have already made, so that they do not start from nothing.", Enrol, 0.3),
            Bundle,
        ],
        ["NewCustomers"] =
        [
            new("Win the second order early", "Welcome series with a time-limited offer in the weeks after the first order.", SecondOrder, 0.2),
            new("Make the first experience right", "Ask a week after delivery whether all was well, and put right what was not.", Listen, 0.15),
            new("Show what others bought next", "Recommend the usual second purchase of customers who began with the same product.", OneMoreOrder, 0.1),
        ],
        ["PromisingNewcomers"] =
        [
            new("Greet them as important customers", "A personal welcome and a named contact from the first large order on.", OneMoreOrder, 0.3),
            new("Find out whether they buy for a business", "Ask once; offer account terms and volume prices to those who do.", Listen, 0.2),
            Bundle,
        ],
        ["OccasionalBuyers"] =
        [
            new("Give each season a reason to buy", "Plan two or three occasions a year and write a month ahead with what they bought last time.", OneMoreOrder, 0.15),
            Bundle,
            new("Test what wakes interest", "Split them at random: news of products against a small gift with an order; keep what sells more.", OneMoreOrder, 0.1),
        ],
        ["OccasionalBigSpenders"] =
        [
            new("Be there when the next large order is due", "Call or write before the month in which they ordered last year.", OneMoreOrder, 0.2),
            new("Offer to hold stock or deliver in parts", "Large orders split into scheduled deliveries turn one order a year into several.", OneMoreOrder, 0.1),
            new("Learn what the orders are for", "Ask whether they buy for events, gifts or resale, and adapt the offer.", Listen, 0.15),
        ],
        ["AtRisk"] =
        [
            new("Win them back before they settle elsewhere", "A personal mail naming what they used to buy and what is new there; an offer only in the second mail.", WinBack, 0.1),
            new("Call the largest ones", "Let sales ring the top tenth by past spend and ask what went wrong.", WinBack, 0.05),
            Ask,
        ],
        ["CannotLose"] =
        [
            new("Call every one of them", "They are few and were worth much: a call by someone who can solve problems.", WinBack, 0.2),
            new("Make a return easy", "Reserve their usual products, waive delivery on the next order, restore their status.", WinBack, 0.1),
            Ask,
        ],
        ["Hibernating"] =
        [
            new("Wake them with one good reason", "One mail in their best season with the products they bought before, at no more than a small discount.", WinBack, 0.05),
            new("Write less often to the silent", "Move those who open nothing to four mails a year; it saves money and protects deliverability.", FewerMails, 1),
            Ask,
        ],
        ["OneTimeBuyers"] =
        [
            new("Ask for the second order", "An offer tied to what they bought, in the season in which they bought it.", SecondOrder, 0.05),
            new("Find out why they stopped at one", "One question with four answers; fix the commonest reason for the next newcomers.", Listen, 0.05),
            new("Keep the cost of trying low", "Use mail and look-alike audiences only, and stop after three attempts.", WinBack, 0.03),
        ],
        ["RecentOneTimeBuyers"] =
        [
            new("Win the second order within 60 days", "Three mails: thanks and care, what goes with it, a small credit that ends.", SecondOrder, 0.2),
            new("Ask whether all was well", "A week after delivery, one question, and a person who answers complaints the same day.", Listen, 0.15),
            new("Show the range behind the first product", "Recommend the next two categories that customers of this product usually reach.", SecondOrder, 0.1),
        ],
        ["BigOneTimeBuyers"] =
        [
            new("Ring to ask how the large order went", "A call shows whether it was an event, a gift round or a trial by a business.", Listen, 0.2),
            new("Offer terms for the next large order", "Volume prices, sample boxes or a delivery date of their choice.", SecondOrder, 0.1),
            new("Write at the anniversary", "Eleven months after the order, with the same products on top.", WinBack, 0.05),
        ],
        ["LostSmallBuyers"] =
        [
            new("Make one last offer, then stop", "A single clear offer; leave those who do not answer out of paid campaigns.", WinBack, 0.02),
            new("Write to them less", "A few mails a year are enough for customers of this size.", FewerMails, 1),
            new("Clear the shelf with them", "Let them see the end-of-line sale first: it costs no margin elsewhere.", WinBack, 0.03),
        ],
        ["OneTimeSmallBuyers"] =
        [
            new("Make the second small order easy", "Free delivery once, without a minimum, on the product group they tried.", SecondOrder, 0.05),
            new("Raise the entry basket", "A starter set slightly above their first order.", RaiseOrder, 0.2),
            new("Spend little on reaching them", "Automatic mails only, and few; no print and no calls.", FewerMails, 1),
        ],
        ["WholesaleBuyers"] =
        [
            new("Give them a wholesale desk", "Volume price list, order by upload, one contact and agreed delivery days.", Keep, 0.05),
            new("Agree yearly volumes", "A rebate for a volume slightly above what they bought so far.", RaiseOrder, 0.05),
            new("Tell them early what sells", "Share best-seller lists and new lines a month ahead of the shop.", OneMoreOrder, 0.2),
        ],
        ["BigBaskets"] =
        [
            new("Turn large orders into more orders", "Write when stock bought last time should run out.", OneMoreOrder, 0.15),
            new("Reward size without a discount", "Free delivery and gift wrapping from their average order upwards.", RaiseOrder, 0.05),
            new("Ask whether they buy for a business", "Offer an account with invoices to those who do.", Listen, 0.15),
        ],
        ["DiscountSeekers"] =
        [
            new("Sell at full price now and then", "Send product news without a price first, to a random half, and compare.", LessDiscount, 0.1),
            new("Trade discounts for volume", "Replace single discounts by 'three for the price of two and a half'.", RaiseOrder, 0.1),
            new("Clear stock with them first", "Offer end-of-line goods to this segment before marking them down for all.", OneMoreOrder, 0.15),
        ],
        ["FrequentReturners"] =
        [
            new("Find out what comes back and why", "List their most cancelled products with the reasons; mend descriptions, pictures and stock levels.", FewerReturns, 0.2),
            new("Confirm before dispatch", "For large orders, a confirmation with quantities and a button to change them.", FewerReturns, 0.1),
            new("Keep the good customers among them", "Most still buy a lot: a call beats a fee.", Keep, 0.05),
        ],
        [SegmentName.Descriptive] =
        [
            new("Give them a reason to order once more", "An offer built on their top products, timed to their usual day and hour.", OneMoreOrder, 0.1),
            Bundle,
            new("Ask what they value", "One question to a random tenth, to decide what to offer next.", Listen, 0.1),
        ],
    };

    public static IReadOnlyList<ActionTemplate> For(string archetype) =>
        ByArchetype.TryGetValue(archetype, out ActionTemplate[]? templates) ? templates : ByArchetype[SegmentName.Descriptive];
}
