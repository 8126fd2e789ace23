namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>One cleaning rule with its settings. A rule marks lines; the pipeline does the rest.</summary>
internal interface ICleaningRule
{
    /// <summary>What the rule is called and why it is there.</summary>
    CleaningRuleDescriptor Descriptor { get; }

    /// <summary>Whether the rule is on.</summary>
    bool Enabled { get; }

    /// <summary>True when the marked lines stay with another value, false when they go.</summary>
    bool ChangesOnly { get; }

    /// <summary>True when what it marks depends on which lines the rules before it kept, not on the line alone.</summary>
    bool DependsOnKept { get; }

    /// <summary>What the file lacks for this rule, in words; null when it applies.</summary>
    string? NotApplicableReason(CleaningLines lines);

    /// <summary>Gets ready to mark lines.</summary>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="removedBy">0 for each line still there; null when the rule stands alone on the lines as read.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ILineTest Prepare(CleaningLines lines, byte[]? removedBy, CancellationToken cancellationToken);
}
