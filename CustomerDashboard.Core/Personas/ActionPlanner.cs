using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Personas;

/// <summary>Fills the actions of an archetype with goals computed from the segment's own numbers.</summary>
internal static class ActionPlanner
{
    public static IReadOnlyList<MarketingAction> Plan(SegmentFacts facts, string archetype, string currency) =>
        facts.FromTransactions
            ? [.. ActionCatalogue.For(archetype).Select(template => Fill(template, facts, currency))]
            : AttributeActions.Plan(facts);

    private static MarketingAction Fill(ActionTemplate template, SegmentFacts facts, string currency)
    {
        ActionGoal goal = Possible(template.Goal, facts);
        double size = facts.Segment.Size;
        string who = PlainNumbers.Counted(size, "customer");
        int reached = Reached(size, template.Rate);
        double order = facts.OrderValue;
        string rate = PlainNumbers.Percent(template.Rate);
        (string words, int? customers, double? value) = goal switch
        {
            ActionGoal.Keep => Keep(facts, template.Rate, currency),
            ActionGoal.OneMoreOrder => (
                $"One more order in the next 90 days from {rate} of these {who}: about {PlainNumbers.Counted(reached, "order")}{Worth(reached * order, order, currency)}.",
                reached, Value(reached * order)),
            ActionGoal.WinBack => (
                $"Win back {rate} of these {who}: about {PlainNumbers.Counted(reached, "customer")}{Worth(reached * order, order, currency)}.",
                reached, Value(reached * order)),
            ActionGoal.SecondOrder => SecondOrder(facts, template.Rate, currency),
            ActionGoal.RaiseOrder => RaiseOrder(facts, template.Rate, currency),
            ActionGoal.Refer => Refer(facts, template.Rate, currency),
            ActionGoal.FewerReturns => FewerReturns(facts, template.Rate, currency),
            ActionGoal.LessDiscount => LessDiscount(facts, template.Rate, currency),
            ActionGoal.MoreProducts => MoreProducts(facts, template.Rate),
            ActionGoal.Enrol => ($"Enrol {rate} of these {who}: about {PlainNumbers.Count(reached)} within 90 days.", reached, null),
            ActionGoal.FewerMails => (
                $"Four mails a year instead of twelve to these {who}: {PlainNumbers.Count(size * 8)} fewer mails a year, without fewer orders than from a random tenth written to as before.",
                (int)size, null),
            _ => ($"Answers from {rate} of these {who}: about {PlainNumbers.Count(reached)}, and one change made because of them.", reached, null),
        };
        return new MarketingAction(template.Title, template.Detail, words, customers, value);
    }

    // A goal that the data cannot measure gives way to one they can.
    private static ActionGoal Possible(ActionGoal goal, SegmentFacts facts) => goal switch
    {
        ActionGoal.SecondOrder when !(facts.OneOrderShare > 0) => ActionGoal.OneMoreOrder,
        ActionGoal.RaiseOrder or ActionGoal.Refer when !double.IsFinite(facts.OrderValue) => ActionGoal.OneMoreOrder,
        ActionGoal.FewerReturns when !(facts.Mean(FeatureIds.ReturnRate) > 0 && facts.Mean(FeatureIds.CancelledInvoices) > 0) => ActionGoal.OneMoreOrder,
        ActionGoal.LessDiscount when !(facts.Mean(FeatureIds.DiscountShare) > 0) => ActionGoal.OneMoreOrder,
        ActionGoal.MoreProducts when !double.IsFinite(facts.Mean(FeatureIds.DistinctProducts)) => ActionGoal.OneMoreOrder,
        _ => goal,
    };

    private static (string Words, int? Customers, double? Value) Keep(SegmentFacts facts, double rate, string currency)
    {
        double size = facts.Segment.Size;
        int lost = Reached(size, rate);
        double spend = facts.Mean(FeatureIds.Monetary) * lost;
        string worth = double.IsFinite(spend) ? $" and {PlainNumbers.Money(spend, currency)} of past spend" : "";
        return (
            $"Keep at least {PlainNumbers.Percent(1 - rate)} of these {PlainNumbers.Counted(size, "customer")} buying next year: every {PlainNumbers.Percent(rate)} lost is about {PlainNumbers.Counted(lost, "customer")}{worth}.",
            (int)size - lost, Value(spend));
    }

    private static (string Words, int? Customers, double? Value) SecondOrder(SegmentFacts facts, double rate, string currency)
    {
        double single = Math.Round(facts.OneOrderShare * facts.Segment.Size);
        int reached = Reached(single, rate);
        return (
            $"A second order from {PlainNumbers.Percent(rate)} of the {PlainNumbers.Counted(single, "customer")} here who bought once: about {PlainNumbers.Counted(reached, "customer")}{Worth(reached * facts.OrderValue, facts.OrderValue, currency)}.",
            reached, Value(reached * facts.OrderValue));
    }

    private static (string Words, int? Customers, double? Value) RaiseOrder(SegmentFacts facts, double rate, string currency)
    {
        double gain = rate * facts.Segment.Revenue!.Value;
        return (
            $"Raise the average order by {PlainNumbers.Percent(rate)}, from {PlainNumbers.Money(facts.OrderValue, currency)} to {PlainNumbers.Money(facts.OrderValue * (1 + rate), currency)}: {PlainNumbers.Money(gain, currency)} on as many orders as so far ({PlainNumbers.Count(facts.Orders)}).",
            facts.Segment.Size, Value(gain));
    }

    private static (string Words, int? Customers, double? Value) Refer(SegmentFacts facts, double rate, string currency)
    {
        int brought = Reached(facts.Segment.Size, rate);
        double order = facts.MeanOfAll(FeatureIds.AverageOrderValue);
        string worth = double.IsFinite(order)
            ? $", worth {PlainNumbers.Money(brought * order, currency)} with a first order of {PlainNumbers.Money(order, currency)}, the average of all customers" : "";
        return (
            $"One new customer from {PlainNumbers.Percent(rate)} of these {PlainNumbers.Counted(facts.Segment.Size, "customer")}: about {PlainNumbers.Counted(brought, "new customer")}{worth}.",
            brought, Value(brought * order));
    }

    private static (string Words, int? Customers, double? Value) FewerReturns(SegmentFacts facts, double rate, string currency)
    {
        double returns = facts.Mean(FeatureIds.ReturnRate);
        double cancelled = facts.Mean(FeatureIds.CancelledInvoices) * facts.Segment.Size;
        double fewer = Math.Max(1, Math.Round(rate * cancelled));
        return (
            $"Bring the share of cancelled orders from {PlainNumbers.Percent(returns)} to {PlainNumbers.Percent(returns * (1 - rate))}: about {PlainNumbers.Count(fewer)} of {PlainNumbers.Counted(cancelled, "cancelled order")} fewer{Worth(fewer * facts.OrderValue, facts.OrderValue, currency)}.",
            null, Value(fewer * facts.OrderValue));
    }

    private static (string Words, int? Customers, double? Value) LessDiscount(SegmentFacts facts, double rate, string currency)
    {
        double share = facts.Mean(FeatureIds.DiscountShare);
        double moved = rate * share * (facts.Segment.Revenue ?? double.NaN);
        string worth = double.IsFinite(moved) ? $": {PlainNumbers.Money(moved, currency)} of sales at the usual price instead" : "";
        return (
            $"Bring the share bought below the usual price from {PlainNumbers.Percent(share)} to {PlainNumbers.Percent(share * (1 - rate))}{worth}.",
            facts.Segment.Size, Value(moved));
    }

    private static (string Words, int? Customers, double? Value) MoreProducts(SegmentFacts facts, double rate)
    {
        double products = facts.Mean(FeatureIds.DistinctProducts);
        return (
            $"From {PlainNumbers.Number(products)} to {PlainNumbers.Number(products * (1 + rate))} different products per customer, over these {PlainNumbers.Counted(facts.Segment.Size, "customer")}.",
            facts.Segment.Size, null);
    }

    /// <summary>A share of the customers as a whole number, at least one.</summary>
    public static int Reached(double customers, double rate) => Math.Max(1, (int)Math.Round(customers * rate, MidpointRounding.AwayFromZero));

    private static string Worth(double value, double order, string currency) => double.IsFinite(value)
        ? $", worth {PlainNumbers.Money(value, currency)} at their average order of {PlainNumbers.Money(order, currency)}" : "";

    private static double? Value(double value) => double.IsFinite(value) ? value : null;
}
