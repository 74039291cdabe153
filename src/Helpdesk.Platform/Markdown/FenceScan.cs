namespace Helpdesk.Platform.Markdown;

/// <summary>
/// Tells lines of fenced code, which cost a parser nothing, from others. It believes only in fences that no reading of
/// Markdown could take for something else; after the first doubtful one every line counts.
/// </summary>
internal struct FenceScan
{
    private int openLength;
    private bool isDoubtful;

    /// <summary>True when the line lies within a fence, or closes one.</summary>
    public bool Read(ReadOnlySpan<char> line)
    {
        if (isDoubtful)
        {
            return false;
        }

        var start = line.TrimStart();
        if (!start.StartsWith("```", StringComparison.Ordinal) && !start.StartsWith("~~~", StringComparison.Ordinal))
        {
            return openLength > 0;
        }

        int length = line.IndexOfAnyExcept('`') is var end && end < 0 ? line.Length : end;
        var info = line[length..];
        bool closes = openLength > 0 && length == openLength && info.IsEmpty;
        bool opens = openLength == 0 && length >= 3 && IsLanguage(info);
        isDoubtful = !closes && !opens;
        openLength = opens ? length : 0;
        return closes;
    }

    private static bool IsLanguage(ReadOnlySpan<char> info)
    {
        foreach (char character in info)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                return false;
            }
        }
        return true;
    }
}
