using System.Text;

namespace Helpdesk.Platform.Markdown;

/// <summary>A buffer that refuses to grow beyond a bound: few characters of Markdown can ask for gigabytes of HTML.</summary>
internal sealed class BoundedWriter : TextWriter
{
    private const int KeptCapacity = 64 * 1024;
    private char[] buffer = new char[4 * 1024];
    private int length;
    private int limit;

    public override Encoding Encoding => Encoding.Unicode;

    public ReadOnlyMemory<char> Written => buffer.AsMemory(0, length);

    public void Restart(int newLimit)
    {
        length = 0;
        limit = newLimit;
        if (buffer.Length > KeptCapacity)
        {
            buffer = new char[KeptCapacity];
        }
    }

    public override void Write(char value)
    {
        Reserve(1);
        buffer[length++] = value;
    }

    public override void Write(string? value)
    {
        Write(value.AsSpan());
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Write(buffer.AsSpan(index, count));
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Reserve(buffer.Length);
        buffer.CopyTo(this.buffer.AsSpan(length));
        length += buffer.Length;
    }

    private void Reserve(int count)
    {
        if (length + count > limit)
        {
            throw new InvalidOperationException($"The text asks for more than {limit} characters of HTML.");
        }
        if (length + count > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + count));
        }
    }
}
