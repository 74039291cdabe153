namespace Helpdesk.Auth.ExportData;

/// <summary>Cuts what is written into pieces of one size and hands each on as soon as it is full.</summary>
internal sealed class PartsStream(int partSize, Func<int, byte[], CancellationToken, Task> store) : Stream
{
    private readonly MemoryStream held = new();
    private int number;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>How much came so far.</summary>
    public long Written { get; private set; }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        while (held.Length >= partSize)
        {
            await PassOnAsync(partSize, cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Only small things such as headers are written this way; they wait for the next piece.
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        held.Write(buffer);
        Written += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Hands on what is left.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        while (held.Length > 0)
        {
            await PassOnAsync((int)Math.Min(held.Length, partSize), cancellationToken);
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task PassOnAsync(int size, CancellationToken cancellationToken)
    {
        var all = held.GetBuffer();
        var part = all.AsSpan(0, size).ToArray();
        var left = (int)held.Length - size;
        all.AsSpan(size, left).CopyTo(all);
        held.SetLength(left);
        held.Position = left;
        await store(number++, part, cancellationToken);
    }
}
