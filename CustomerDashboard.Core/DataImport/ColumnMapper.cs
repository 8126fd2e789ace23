using CustomerDashboard.Core.DataImport.Mapping;

namespace CustomerDashboard.Core.DataImport;

/// <summary>Proposes what columns mean and judges what a person chose.</summary>
public static class ColumnMapper
{
    private const double LowestScore = 0.2;

    /// <summary>One proposal per column, each role at most once: names and values together, the best assignment overall.</summary>
    public static IReadOnlyList<ColumnMappingProposal> Propose(IReadOnlyList<ColumnProfile> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        double[,] scores = new double[RoleNames.All.Count, columns.Count];
        double[,] byName = new double[RoleNames.All.Count, columns.Count];
        for (int column = 0; column < columns.Count; column++)
        {
            string name = ColumnName.Normalise(columns[column].Name);
            for (int role = 0; role < RoleNames.All.Count; role++)
            {
                byName[role, column] = ColumnName.Score(name, RoleNames.All[role]);
                (double fit, _) = RoleContent.Judge(RoleNames.All[role].Role, columns[column]);
                double score = byName[role, column] * fit;
                double byContent = byName[role, column] > 0 ? 0 : ContentEvidence.Score(RoleNames.All[role].Role, columns[column], columns);
                score = Math.Max(score, byContent);
                scores[role, column] = score < LowestScore ? 0 : score;
            }
        }

        int[] columnOf = RoleAssignment.Solve(scores);
        ColumnMappingProposal[] proposals = new ColumnMappingProposal[columns.Count];
        for (int column = 0; column < columns.Count; column++)
        {
            proposals[column] = new ColumnMappingProposal(columns[column].Name, null, 1, WhyUnused(columns[column], column, byName, columnOf, columns));
        }

        for (int role = 0; role < columnOf.Length; role++)
        {
            if (columnOf[role] is >= 0 and int column)
            {
                ColumnRole meaning = RoleNames.All[role].Role;
                string content = RoleContent.Judge(meaning, columns[column]).Reason;
                double name = byName[role, column];
                string reason = name >= 1 ? $"The name is a usual one for {RoleWords.Name(meaning)}, and {content}."
                    : name > 0 ? $"The name points to {RoleWords.Name(meaning)}, and {content}."
                    : $"The name says nothing, but {content}, which fits {RoleWords.Name(meaning)}.";
                proposals[column] = new ColumnMappingProposal(columns[column].Name, meaning, Math.Round(scores[role, column], 2), reason);
            }
        }

        return proposals;
    }

    /// <summary>What a mapping of transactions lacks (errors), what looks wrong (warnings), what will be missing (information).</summary>
    public static IReadOnlyList<MappingMessage> Validate(
        IReadOnlyDictionary<ColumnRole, string> mapping, IReadOnlyList<ColumnProfile> columns)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(columns);
        return MappingCheck.Run(mapping, columns);
    }


    private static string WhyUnused(ColumnProfile column, int index, double[,] byName, int[] columnOf, IReadOnlyList<ColumnProfile> columns)
    {
        for (int role = 0; role < columnOf.Length; role++)
        {
            if (byName[role, index] < 0.75)
            {
                continue;
            }

            ColumnRole meaning = RoleNames.All[role].Role;
            (double fit, string reason) = RoleContent.Judge(meaning, column);
            if (fit == 0)
            {
                return $"The name says {RoleWords.Name(meaning)}, but {reason}.";
            }

            if (columnOf[role] is >= 0 and int other && other != index)
            {
                return $"It could be {RoleWords.Name(meaning)}, but \"{columns[other].Name}\" fits better.";
            }
        }

        return "Not needed: neither its name nor its values point to a role.";
    }
}
