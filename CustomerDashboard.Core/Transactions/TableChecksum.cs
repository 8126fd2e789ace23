using System.Numerics;
using System.Runtime.InteropServices;

namespace CustomerDashboard.Core.Transactions;

/// <summary>A fast check sum against damaged files; it is no protection against forged ones.</summary>
internal struct TableChecksum
{
    private ulong state;

    public static TableChecksum Start => new() { state = 0x243F6A8885A308D3 };

    public readonly ulong Value => state;

    /// <summary>Adds bytes. The slices must be the same when reading and writing.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        const ulong factor = 0x9E3779B97F4A7C15;
        ulong sum = state ^ ((ulong)bytes.Length * factor);
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            sum = BitOperations.RotateLeft((sum ^ word) * factor, 31);
        }

        foreach (byte rest in bytes[(words.Length * 8)..])
        {
            sum = BitOperations.RotateLeft((sum ^ rest) * factor, 31);
        }

        state = sum;
    }
}
