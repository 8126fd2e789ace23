using System.Text;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.DataImport.Reading;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>Packed files put one after the other are read as one, whatever the size of the first.</summary>
public sealed class GzipPartsTests
{
    [Fact]
    public void Two_packed_files_in_a_row_are_one()
    {
        byte[] first = TemporaryFile.Gzip(Encoding.UTF8.GetBytes("customer,date,amount\nA,2011-05-01,5\n"));
        byte[] second = TemporaryFile.Gzip(Encoding.UTF8.GetBytes("B,2011-05-02,6\nB,2011-05-03,7\n"));
        using TemporaryFile file = TemporaryFile.Of([.. first, .. second]);
        Assert.Equal(3, TransactionImporter.Import(file.Path, "a.csv.gz").Table.RowCount);
    }

    [Fact]
    public void The_second_head_is_found_wherever_the_windows_divide_it()
    {
        byte[] head = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3];
        for (int before = 18; before < 120; before++)
        {
            using MemoryStream file = new([.. new byte[before], .. head, .. new byte[8]]);
            Assert.True(GzipTrailer.HasSecondMember(file, 32));
            using MemoryStream cut = new([.. new byte[before], .. head[..^1]]);
            Assert.False(GzipTrailer.HasSecondMember(cut, 32));
        }
    }
}
