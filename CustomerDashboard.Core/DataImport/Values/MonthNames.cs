namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>Months by name in the languages retail files come in.</summary>
internal static class MonthNames
{
    private static readonly string[] Languages =
    [
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber maerz april mai juni juli august sept okt nov dez",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    ];

    private static readonly Dictionary<string, int> ByName = Build();

    /// <summary>The month from 1 to 12, or 0 when the word is none. Case does not matter, nor a point at the end.</summary>
    public static int Find(ReadOnlySpan<char> word) =>
        word.Length is < 3 or > 12 ? 0 : ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.TrimEnd('.'), out int month) ? month : 0;

    private static Dictionary<string, int> Build()
    {
        Dictionary<string, int> names = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string> doubtful = [];
        foreach (string language in Languages)
        {
            string[] months = language.Split(' ');
            for (int month = 1; month <= 12; month++)
            {
                string name = months[month - 1];
                names.TryAdd(name, month);
                if (name.Length > 3)
                {
                    AddShort(name[..3], month);
                    AddShort(name[..Math.Min(4, name.Length)], month);
                }
            }
        }

        foreach (string name in doubtful)
        {
            names.Remove(name);
        }

        return names;

        // "jui" is June or July in French, "mar" March or Tuesday: what two languages read differently is read by none.
        void AddShort(string name, int month)
        {
            if (!names.TryAdd(name, month) && names[name] != month)
            {
                doubtful.Add(name);
            }
        }
    }
}
