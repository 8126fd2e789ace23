using System.Globalization;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Prediction.Money;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>What a campaign costs and brings, as the address of the page carries it: "margin:20,contact:1,offer:0,accept:1,wasted:0,budget:500,control:0.1".</summary>
public static class CampaignTerms
{
    /// <summary>Nine in ten do not answer a campaign: taking every yes at its word would contact nearly everyone.</summary>
    public static CampaignOptions Defaults { get; } = new() { Profit = new ProfitOptions { Acceptance = 0.1 } };

    /// <summary>Reads what a link says; what it does not say, or says wrongly, stays as it is by default.</summary>
    public static CampaignOptions Read(string? text)
    {
        var options = Defaults;
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split(':', 2);
            if (pair.Length != 2 || !double.TryParse(pair[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            {
                continue;
            }

            var profit = options.Profit;
            var changed = pair[0] switch
            {
                "margin" => options with { Profit = profit with { Margin = value } },
                "contact" => options with { Profit = profit with { ContactCost = value } },
                "offer" => options with { Profit = profit with { OfferCost = value } },
                "accept" => options with { Profit = profit with { Acceptance = value } },
                "wasted" => options with { Profit = profit with { WastedAcceptance = value } },
                "budget" => options with { Profit = profit with { Budget = value } },
                "control" => options with { ControlShare = value },
                "effect" => options with { EffectToDetect = value },
                _ => options,
            };
            if (IsUsable(changed))
            {
                options = changed;
            }
        }

        return options;
    }

    /// <summary>What differs from the defaults; null when nothing does.</summary>
    public static string? Write(CampaignOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (own, usual) = (options.Profit, Defaults.Profit);
        var parts = new List<string>();
        Add("margin", own.Margin, usual.Margin);
        Add("contact", own.ContactCost, usual.ContactCost);
        Add("offer", own.OfferCost, usual.OfferCost);
        Add("accept", own.Acceptance, usual.Acceptance);
        Add("wasted", own.WastedAcceptance, usual.WastedAcceptance);
        Add("budget", own.Budget, usual.Budget);
        Add("control", options.ControlShare, Defaults.ControlShare);
        Add("effect", options.EffectToDetect, Defaults.EffectToDetect);
        return parts.Count == 0 ? null : string.Join(',', parts);

        void Add(string name, double? value, double? standard)
        {
            if (value is { } given && given != standard)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{name}:{given}"));
            }
        }
    }

    private static bool IsUsable(CampaignOptions options)
    {
        try
        {
            options.Validate();
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
