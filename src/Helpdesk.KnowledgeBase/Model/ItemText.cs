namespace Helpdesk.KnowledgeBase.Model;

/// <summary>What a writer writes and a version keeps: an item, each of its versions and each writer's unsaved work have it.</summary>
internal abstract class ItemText
{
    public const int TitleLength = 500;
    public const int SummaryLength = 1_000;
    public const int BodyLength = 100_000;
    public const int TranscriptLength = 100_000;
    public const int VideoUrlLength = 2_000;

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Where a video that was not uploaded is played from; null for uploaded ones.</summary>
    public string? VideoUrl { get; private set; }

    /// <summary>What is said in a video, as plain text.</summary>
    public string Transcript { get; private set; } = "";

    /// <summary>The uploaded video or document.</summary>
    public Guid? FileId { get; private set; }

    /// <summary>The captions (WebVTT) of an uploaded video.</summary>
    public Guid? CaptionsId { get; private set; }

    public WrittenText Text => new(Title, Summary, Body)
    {
        VideoUrl = VideoUrl,
        Transcript = Transcript,
        FileId = FileId,
        CaptionsId = CaptionsId,
    };

    protected void Take(WrittenText text)
    {
        (Title, Summary, Body) = (text.Title, text.Summary, text.Body);
        (VideoUrl, Transcript, FileId, CaptionsId) = (text.VideoUrl, text.Transcript, text.FileId, text.CaptionsId);
    }
}

/// <summary>A text as a value, to be compared and handed on.</summary>
internal sealed record WrittenText(string Title, string Summary, string Body)
{
    public string? VideoUrl { get; init; }

    public string Transcript { get; init; } = "";

    public Guid? FileId { get; init; }

    public Guid? CaptionsId { get; init; }

    /// <summary>With the line ends that texts are kept with, so that only what a writer changed differs.</summary>
    public static string Lines(string text) => text.ReplaceLineEndings("\n");
}
