using System.Text;
using Helpdesk.KnowledgeBase.Extraction;

namespace Helpdesk.IntegrationTests.KnowledgeBase.Extraction;

public sealed class PdfTextTests
{
    [Fact]
    public async Task The_words_of_a_page_are_found()
    {
        using var pdf = Pdfs.Saying("How to map a drive");

        Assert.Equal(new TextOf.Words("How to map a drive"), await ReadAsync(pdf));
    }

    [Fact]
    public async Task A_scan_holds_no_text()
    {
        using var pdf = Pdfs.Saying("");

        Assert.Equal(new TextOf.Nothing(), await ReadAsync(pdf));
    }

    [Fact]
    public async Task A_password_is_told_apart_from_a_fault()
    {
        using var pdf = Pdfs.Saying("Secret", Pdfs.Encryption);

        Assert.Equal(new TextOf.Refused("The file is protected by a password."), await ReadAsync(pdf));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.4\n")]
    [InlineData("%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj trailer << /Root 1 0 R /Prev 0 >>\n%%EOF")]
    [InlineData("Not a PDF at all.")]
    public async Task A_broken_file_is_refused(string content)
    {
        using var pdf = new MemoryStream(Encoding.ASCII.GetBytes(content));

        Assert.Equal(new TextOf.Refused("The file cannot be read; it seems to be broken."), await ReadAsync(pdf));
    }

    [Fact]
    public async Task Random_bytes_are_refused()
    {
        var random = new Random(20);
        for (var round = 0; round < 10; round++)
        {
            var bytes = new byte[random.Next(1_000, 200_000)];
            random.NextBytes(bytes);
            "%PDF-1.7\n"u8.CopyTo(bytes);
            using var pdf = new MemoryStream(bytes);

            Assert.IsType<TextOf.Refused>(await ReadAsync(pdf));
        }
    }

    [Fact]
    public async Task Deep_nesting_does_no_harm()
    {
        using var pdf = Pdfs.Saying("Flat", $"/Deep {new string('[', 1_000_000)}");

        Assert.Equal(new TextOf.Words("Flat"), await ReadAsync(pdf));
    }

    [Fact]
    public async Task A_file_of_a_hundred_megabytes_is_read()
    {
        using var pdf = Pdfs.Saying("At the end of it", ballast: 100_000_000);

        Assert.Equal(new TextOf.Words("At the end of it"), await new PdfText(new PatientClock()).ReadAsync(pdf, CancellationToken.None));
    }

    [Fact]
    public async Task A_file_that_takes_too_long_is_given_up()
    {
        using var pdf = new EndlessStream();

        var text = await new PdfText(new ImpatientClock()).ReadAsync(pdf, CancellationToken.None);

        Assert.Equal(new TextOf.Later("The file needs too much time or memory to read."), text);
    }

    [Fact]
    public async Task Whoever_stops_waiting_is_not_kept()
    {
        using var pdf = new EndlessStream();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new PdfText(TimeProvider.System).ReadAsync(pdf, stop.Token));
    }

    private static Task<TextOf> ReadAsync(Stream pdf) => new PdfText(TimeProvider.System).ReadAsync(pdf, CancellationToken.None);
}
