using System.IO.Compression;
using System.Text;
using CustomerDashboard.Components.Pages.DataImport;
using CustomerDashboard.Core.DataImport;

namespace CustomerDashboard.Tests.Dashboard.Pages.DataImport;

/// <summary>Small files as people have them, and what the importer takes them for.</summary>
internal static class SmallFiles
{
    public const string Retail =
        """
        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
        536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom
        536365,71053,WHITE METAL LANTERN,6,2010-12-01 08:26:00,3.39,17850,United Kingdom
        536366,22633,HAND WARMER,six,2010-12-01 08:28:00,1.85,17850,United Kingdom
        536367,84879,ASSORTED BIRD,32,2010-12-13 08:34:00,1.69,13047,France
        536368,22960,JAM MAKING SET,6,2010-12-20 08:34:00,4.25,13047,France
        536369,21756,BATH BUILDING BLOCK,3,2010-12-21 08:35:00,5.95,12583,France

        """;

    public const string European =
        """
        Kunde;Datum;Menge;Einzelpreis;Artikel;Rechnung
        17850;13.12.2010;6;2,55;Herz;1001
        17850;14.12.2010;2;1.003,39;Laterne;1002
        13047;15.12.2010;32;1,69;Vogel;1003
        12583;16.12.2010;3;5,95;Badeente;1004

        """;

    /// <summary>No day is above twelve, so nothing settles which part is the month.</summary>
    public const string Ambiguous =
        """
        Customer,Date,Amount
        A1,03/04/2011,10.50
        A2,05/06/2011,12.00
        A3,07/08/2011,3.25
        A1,01/02/2011,7.75

        """;

    public const string Mall =
        """
        CustomerID,Genre,Age,Annual Income (k$),Spending Score (1-100)
        1,Male,19,15,39
        2,Male,21,15,81
        3,Female,20,16,6
        4,Female,23,16,77
        5,Female,31,17,40
        6,Male,22,17,76

        """;

    public static FileProfile Profile(string content, ImportOptions? options = null, string name = "file.csv")
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, content);
            return FileProfiler.Profile(path, name, options);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static ImportDraft Draft(string content, ImportOptions? options = null) =>
        ImportDraft.Of(Profile(content, options), options ?? new ImportOptions());

    /// <summary>An archive with tables of the same columns and one that differs.</summary>
    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    /// <summary>Bytes that are no table whatever their name says.</summary>
    public static byte[] Picture { get; } =
        [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, .. Enumerable.Range(0, 4096).Select(i => (byte)((i * 131) ^ (i >> 3)))];
}
