namespace CustomerDashboard.Core.Personas;

/// <summary>Actions for segments of a file of attributes, chosen by what sets the segment apart.</summary>
internal static class AttributeActions
{
    public static IReadOnlyList<MarketingAction> Plan(SegmentFacts facts)
    {
        List<Trait> traits = TraitVocabulary.Of(facts);
        bool? spendsMuch = Direction(traits, TraitKind.Spending);
        bool? earnsMuch = Direction(traits, TraitKind.Income);
        bool? isOlder = Direction(traits, TraitKind.Age);
        var actions = new List<MarketingAction>();
        if (spendsMuch == true)
        {
            actions.Add(Reach(facts, "Reward them before a competitor does", "A loyalty tier with early access and thanks by name; they spend without discounts.", "Enrol", 0.3));
        }

        if (spendsMuch == false && earnsMuch == true)
        {
            actions.Add(Reach(facts, "Show them a range worth their money", "They could spend more than they do: present quality, service and exclusives rather than price.", "Bring to a premium offer", 0.1));
        }

        if (spendsMuch == false && earnsMuch != true)
        {
            actions.Add(Reach(facts, "Offer good value for a small budget", "Basic ranges, larger packs and clear prices; no costly channels.", "Sell a value offer to", 0.1));
        }

        if (spendsMuch == true && earnsMuch == false)
        {
            actions.Add(Reach(facts, "Make the next purchase affordable", "Instalments, bundles and second-hand or outlet lines keep them buying within their means.", "Sell an affordable set to", 0.15));
        }

        if (isOlder == false)
        {
            actions.Add(Reach(facts, "Meet them where they scroll", "Short videos and friends' recommendations on the channels of their age.", "Gain as followers", 0.2));
        }

        if (isOlder == true)
        {
            actions.Add(Reach(facts, "Make advice the reason to come", "A named adviser, readable catalogues and help on the phone.", "Advise in person", 0.1));
        }

        actions.Add(Reach(facts, "Test one offer on half of them", "Split the segment at random, send the offer to one half, and compare what both buy.", "Send a test offer to", 0.5));
        actions.Add(Reach(facts, "Ask what they want", "One question to a random tenth, to decide what to offer next.", "Hear from", 0.1));
        actions.Add(Reach(facts, "Record what they buy", "Connect these customers with their purchases, so that the next analysis can speak of money.", "Match with purchases", 0.8));
        return [.. actions.Take(3)];
    }

    private static MarketingAction Reach(SegmentFacts facts, string title, string detail, string verb, double rate)
    {
        int reached = ActionPlanner.Reached(facts.Segment.Size, rate);
        string goal = $"{verb} {PlainNumbers.Percent(rate)} of these {PlainNumbers.Counted(facts.Segment.Size, "customer")}: about {PlainNumbers.Count(reached)}, within 90 days.";
        return new MarketingAction(title, detail, goal, reached, null);
    }

    private static bool? Direction(List<Trait> traits, TraitKind kind) => traits.Find(trait => trait.Kind == kind)?.IsHigh;
}
