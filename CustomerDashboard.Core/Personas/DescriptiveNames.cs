using System.Globalization;

namespace CustomerDashboard.Core.Personas;

/// <summary>
/// Names put together from what sets segments apart: two words, or as many as it takes to tell the segments apart.
/// Segments that even all words leave alike are numbered.
/// </summary>
internal static class DescriptiveNames
{
    private const int FirstWords = 3;
    private const double ClearStrength = 0.45;
    private const double FaintStrength = 0.25;

    public static string[] Of(SegmentFacts[] facts, HashSet<string> used)
    {
        List<Trait>[] traits = [.. facts.Select(segment => TraitVocabulary.Of(segment, FaintStrength))];
        int[] counts = [.. traits.Select(list => Math.Min(FirstWords, list.Count(trait => trait.Strength >= ClearStrength)))];
        string[] names = [.. traits.Select((list, i) => Compose(list, counts[i]))];

        // A word more at a time, for those that still share their name, until no words are left.
        for (bool grown = true; grown;)
        {
            grown = false;
            var shared = names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 1 || used.Contains(group.Key))
                .Select(group => group.Key)
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            for (int i = 0; i < names.Length; i++)
            {
                if (shared.Contains(names[i]) && counts[i] < Math.Min(traits[i].Count, FirstWords + 3))
                {
                    names[i] = Compose(traits[i], ++counts[i]);
                    grown = true;
                }
            }
        }

        for (int i = 0; i < names.Length; i++)
        {
            string name = names[i];
            for (int copy = 2; !used.Add(names[i]); copy++)
            {
                names[i] = string.Create(CultureInfo.InvariantCulture, $"{name} {copy}");
            }
        }

        return names;
    }

    private static string Compose(List<Trait> traits, int count)
    {
        List<Trait> chosen = [.. traits.Take(count)];
        if (chosen.Count == 0)
        {
            return "Average Customers";
        }

        Trait? noun = chosen.Find(trait => trait.IsNoun);
        IEnumerable<string> before = chosen.Where(trait => trait != noun).OrderBy(trait => trait.Position).Select(trait => trait.Word);
        return string.Join(" ", before.Append(noun?.Word ?? "Customers"));
    }
}
