using System.Text;
using CustomerDashboard.Core.DataImport.Reading;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>Splitting by blocks gives what a character at a time gives, wherever the blocks, reads and rows begin.</summary>
public sealed class RowSplitterTests
{
    [Fact]
    public void Fields_of_every_length_are_found_at_every_place()
    {
        Random random = new(8);
        for (int round = 0; round < 200; round++)
        {
            List<string[]> rows = [];
            StringBuilder text = new();
            for (int row = random.Next(1, 40); row > 0; row--)
            {
                string[] fields = [.. Enumerable.Range(0, random.Next(2, 7)).Select(_ => new string((char)random.Next('a', 'f'), random.Next(4) == 0 ? random.Next(150) : random.Next(12)))];
                rows.Add(fields);
                text.AppendJoin(';', fields.Select(field => random.Next(5) == 0 ? $"\"{field}\"" : field)).Append(random.Next(3) == 0 ? "\r\n" : "\n");
            }

            Assert.Equal(rows, Read(text.ToString(), 1 << 20).Rows);
        }
    }

    [Fact]
    public void After_a_line_that_is_too_long_the_next_one_is_found()
    {
        string text = "a;b\n" + new string('x', 3000) + ";1\nc;d\n" + "\"open;" + new string('y', 2500) + "\ne;f\n";
        (List<string[]> rows, List<RowFault> faults) = Read(text, 1024);
        Assert.Equal([["a", "b"], ["c", "d"], ["e", "f"]], rows);
        Assert.Equal([2, 4], faults.Select(fault => fault.Line));
    }

    private static (List<string[]> Rows, List<RowFault> Faults) Read(string text, int maxLineBytes)
    {
        using DelimitedTextSource source = new(new MemoryStream(Encoding.UTF8.GetBytes(text)), () => 0, ';', maxLineBytes);
        List<string[]> rows = [];
        List<RowFault> faults = [];
        RowBatch batch = new();
        while (source.Read(batch, CancellationToken.None))
        {
            for (int row = 0; row < batch.RowCount; row++)
            {
                rows.Add([.. Enumerable.Range(batch.RowFirst[row], batch.FieldsOfRow(row)).Select(field => Encoding.UTF8.GetString(batch.Field(field)))]);
            }

            faults.AddRange(batch.Faults);
        }

        return (rows, faults);
    }
}
