using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace CustomerDashboard.Charts;

/// <summary>Figures in the binary form that plotly.js reads without parsing: a third of the size of JSON.</summary>
public static class PlotlyArray
{
    /// <summary>{ dtype: "f4", bdata: base64 of little-endian float32 }.</summary>
    public static JsonObject Create(ReadOnlySpan<float> values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        return new JsonObject { ["dtype"] = "f4", ["bdata"] = Convert.ToBase64String(bytes) };
    }
}
