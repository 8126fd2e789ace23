using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>The wanted columns of all chosen sheets of a file, and its hash.</summary>
internal sealed record RawFile(RawTable Table, string Sha256)
{
    /// <summary>Hashes the file in the background: SHA-256 takes as long as reading.</summary>
    public static Task<string> BeginHash(SourceFile file, CancellationToken cancellationToken) => Task.Run(file.ComputeHash, cancellationToken);

    /// <summary>Reads the sheets, two at a time, and appends them in their order.</summary>
    public static RawFile Read(
        SourceFile file, Task<string> hash, IReadOnlyList<SheetLayout> layouts, IReadOnlyList<string> columns, IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken)
    {
        RawTable[] tables = new RawTable[layouts.Count];
        int[] rows = new int[layouts.Count];
        long[] positions = new long[layouts.Count];
        try
        {
            Parallel.For(0, layouts.Count, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, sheet =>
            {
                int[] wanted = [.. columns.Select(name => IndexOf(layouts[sheet].Columns, name))];
                tables[sheet] = RawTableReader.Read(file, layouts[sheet], wanted, int.MaxValue, (count, position) => Report(sheet, count, position), cancellationToken);
            });
        }
        catch (AggregateException exception) when (exception.InnerExceptions.OfType<ImportException>().FirstOrDefault() is { } cause)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(cause);
        }

        RawTable all = tables[0];
        for (int sheet = 1; sheet < tables.Length; sheet++)
        {
            all.AddAll(tables[sheet]);
            tables[sheet] = null!;
        }

        return new RawFile(all, hash.GetAwaiter().GetResult());

        void Report(int sheet, int count, long position)
        {
            if (progress is null)
            {
                return;
            }

            rows[sheet] = count;
            positions[sheet] = position;
            double share = Math.Min(1, positions.Sum() / (double)file.FileBytes / (file.Compression == FileCompression.None && file.Format == FileFormat.DelimitedText ? 1 : Math.Max(1, layouts.Count > 1 && file.Format != FileFormat.Xlsx ? layouts.Count : 1)));
            progress.Report(new WorkProgress("Reading rows", share, rows.Sum(count => (long)count), "rows"));
        }
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
