using Helpdesk.Platform.Files;
using Helpdesk.Platform.Files.Checks;
using Helpdesk.Platform.Settings;

namespace Helpdesk.Tests.Platform.Files;

/// <summary>What is said of a file before its bytes are there.</summary>
public sealed class FileRulesTests
{
    private static readonly FileRules Rules = new(FileLimits.Of(new SiteSettings()));
    private static readonly FilePlace Place = new("things", FileKinds.Pictures | FileKinds.Pdf | FileKinds.Video);

    [Theory]
    [InlineData("x.exe", "", 1, "x.exe cannot be attached. Allowed: pictures, PDF, video.")]
    [InlineData("x.html", "text/html", 1, "x.html cannot be attached. Allowed: pictures, PDF, video.")]
    [InlineData("x.docx", "", 1, "x.docx cannot be attached. Allowed: pictures, PDF, video.")]
    [InlineData("x.exe.pdf", "", 1, "x.exe.pdf cannot be attached. Allowed: pictures, PDF, video.")]
    [InlineData("x", "", 1, "x cannot be attached. Allowed: pictures, PDF, video.")]
    [InlineData("cv.pdf", "text/html", 1, "cv.pdf is not really a PDF. Save it again and retry.")]
    [InlineData("film.mp4", "image/png", 1, "film.mp4 is not really an MP4. Save it again and retry.")]
    [InlineData("cv.pdf", "application/pdf", 0, "cv.pdf is empty.")]
    [InlineData("photo.mov", "", 41_943_040, "photo.mov is 40 MB. The limit is 25 MB.")]
    public void It_says_why_not(string name, string type, long size, string sentence) => Assert.Equal(sentence, Rules.Look(Place, name, type, size).Why);

    [Theory]
    [InlineData("cv.PDF", "application/pdf", "application/pdf")]
    [InlineData("photo.JPG", "image/jpg", "image/jpeg")]
    [InlineData("photo.png", "application/octet-stream", "image/png")]
    [InlineData("photo.png", "", "image/png")]
    public void The_name_decides_the_type(string name, string type, string served) =>
        Assert.Equal(served, Rules.Look(Place, name, type, 26_214_400).Kind!.ContentType);

    [Fact]
    public void Only_pictures_documents_and_films_are_shown_in_place()
    {
        string[] shown = ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "audio/mpeg", "video/mp4", "video/webm"];
        string[] saved = ["image/svg+xml", "text/html", "text/plain", "application/zip", "application/json", "application/xhtml+xml", ""];
        Assert.All(shown, type => Assert.True(FileKind.IsShownInPlace(type), type));
        Assert.All(saved, type => Assert.False(FileKind.IsShownInPlace(type), type));
    }
}
