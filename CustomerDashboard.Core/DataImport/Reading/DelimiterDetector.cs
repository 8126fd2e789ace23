namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>Finds the delimiter under which the rows of a sample have the same number of fields.</summary>
internal static class DelimiterDetector
{
    private const int RowsJudged = 5000;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>The delimiter, or null when none splits the rows.</summary>
    public static char? Detect(byte[] sample, int length)
    {
        (char Delimiter, double Score, int Fields)? best = null;
        foreach (char candidate in Candidates)
        {
            (double score, int fields) = Judge(sample, length, candidate);
            bool better = best is not { } b || score > b.Score * 1.1 || (score > b.Score * 0.9 && fields > b.Fields);
            if (score > 0 && better)
            {
                best = (candidate, score, fields);
            }
        }

        return best?.Delimiter;
    }

    private static (double Score, int Fields) Judge(byte[] sample, int length, char delimiter)
    {
        using DelimitedTextSource source = new(new MemoryStream(sample, 0, length), () => 0, delimiter, Math.Max(1024, length));
        RowBatch batch = new();
        Dictionary<int, int> rowsByFields = [];
        int rows = 0;
        int firstRowFields = 0;
        while (rows < RowsJudged && source.Read(batch, CancellationToken.None))
        {
            for (int row = 0; row < batch.RowCount; row++)
            {
                int fields = batch.FieldsOfRow(row);
                firstRowFields = rows == 0 ? fields : firstRowFields;
                rowsByFields[fields] = rowsByFields.GetValueOrDefault(fields) + 1;
                rows++;
            }

            rows += batch.Faults.Count;
        }

        int usual = 1;
        int usualRows = 0;
        foreach ((int fields, int count) in rowsByFields)
        {
            if (fields > 1 && (count > usualRows || (count == usualRows && fields > usual)))
            {
                (usual, usualRows) = (fields, count);
            }
        }

        // A decimal comma splits all rows alike except the header, which has no numbers.
        return usual == 1 ? (0, 1) : ((double)usualRows / rows * (firstRowFields == usual ? 1 : 0.5), usual);
    }
}
