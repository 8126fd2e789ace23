namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>
/// What comes out of a packed file, counted while it comes: a small file that unpacks to more than the machine can take
/// is stopped where it passes the limit, whatever sizes it claims. Damage is told in words.
/// </summary>
internal sealed class GuardedStream(Stream inner, string fileName, long packedBytes, ImportLimits limits, IDisposable? owner = null) : Stream
{
    private const long FreeBytes = 64L << 20;
    private long unpacked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => unpacked;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (InvalidDataException exception)
        {
            throw new ImportException(ImportErrorCode.Damaged,
                $"{fileName} is damaged or cut short: it could be unpacked up to byte {unpacked:N0} and no further. Download or export the file again.",
                exception);
        }

        unpacked += read;
        if (unpacked > limits.MaxUnpackedBytes || (unpacked > FreeBytes && unpacked / limits.MaxUnpackRatio > packedBytes))
        {
            throw new ImportException(ImportErrorCode.UnpacksTooLarge,
                $"{fileName} ({packedBytes:N0} bytes) unpacks to more than {unpacked:N0} bytes, which is beyond the limit of "
                + $"{limits.MaxUnpackedBytes:N0} bytes or {limits.MaxUnpackRatio} times its size. Unpack it yourself and check it, or raise the limit.");
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            owner?.Dispose();
        }

        base.Dispose(disposing);
    }
}
