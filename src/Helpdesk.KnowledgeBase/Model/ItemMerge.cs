namespace Helpdesk.KnowledgeBase.Model;

/// <summary>What became of the texts of two writers who began from the same version.</summary>
/// <param name="Text">Both writers' changes; where they contradict each other, both sides are in it.</param>
/// <param name="Contradictions">The fields in which they do, as writers call them.</param>
internal sealed record MergedText(WrittenText Text, IReadOnlyList<string> Contradictions)
{
    /// <summary>Lines of long texts are merged; what is one thing, such as a title, is somebody's or the other's.</summary>
    public static MergedText Of(WrittenText start, WrittenText mine, WrittenText theirs)
    {
        var contradictions = new List<string>();
        var text = new WrittenText(
            Choose("Title", start.Title, mine.Title, theirs.Title),
            Lines("Summary", start.Summary, mine.Summary, theirs.Summary),
            Lines("Body", start.Body, mine.Body, theirs.Body))
        {
            VideoUrl = Choose("Video address", start.VideoUrl, mine.VideoUrl, theirs.VideoUrl),
            Transcript = Lines("Transcript", start.Transcript, mine.Transcript, theirs.Transcript),
            FileId = Choose("File", start.FileId, mine.FileId, theirs.FileId),
            CaptionsId = Choose("Captions", start.CaptionsId, mine.CaptionsId, theirs.CaptionsId),
        };
        return new MergedText(text, contradictions);

        T Choose<T>(string name, T begun, T own, T other)
        {
            var same = EqualityComparer<T>.Default;
            if (same.Equals(own, begun))
            {
                return other;
            }

            if (!same.Equals(other, begun) && !same.Equals(own, other))
            {
                contradictions.Add(name);
            }

            return own;
        }

        string Lines(string name, string begun, string own, string other)
        {
            var merged = TextMerge.Of(begun, own, other);
            if (merged.HasConflicts)
            {
                contradictions.Add(name);
            }

            return merged.Text;
        }
    }
}
