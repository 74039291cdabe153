using System.Text;

namespace Helpdesk.KnowledgeBase.Extraction;

/// <summary>Gathers text up to a limit, without the characters that no reader sees and no database takes.</summary>
internal sealed class TextKept
{
    public const int Length = 1_000_000;

    private readonly StringBuilder text = new();

    public bool IsFull => text.Length >= Length;

    public void Add(ReadOnlySpan<char> piece)
    {
        foreach (var character in piece)
        {
            if (IsFull)
            {
                return;
            }

            if (character is '\n' or '\t' || !char.IsControl(character))
            {
                text.Append(character);
            }
        }
    }

    public TextOf Close()
    {
        if (text.Length > 0 && char.IsHighSurrogate(text[^1]))
        {
            text.Length--;
        }

        var words = text.ToString().Trim();
        return words.Length == 0 ? new TextOf.Nothing() : new TextOf.Words(words);
    }
}
