using System.Text;
using Helpdesk.KnowledgeBase.Extraction;

namespace Helpdesk.IntegrationTests.KnowledgeBase.Extraction;

public sealed class WordTextTests
{
    private static readonly TextOf Broken = new TextOf.Refused("The file cannot be read; it seems to be broken.");
    private static readonly TextOf TooLarge = new TextOf.Refused("The file is far larger inside than a document needs to be.");

    [Fact]
    public async Task The_words_of_paragraphs_cells_and_links_are_found()
    {
        using var docx = Docxs.Holding(
            """
            <w:p><w:r><w:t>Map a </w:t></w:r><w:r><w:t>drive</w:t><w:br/><w:t>twice</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t><w:tab/><w:t>one</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:hyperlink r:id="none"><w:r><w:t>Link</w:t></w:r></w:hyperlink></w:p>
            """);

        Assert.Equal(new TextOf.Words("Map a drive\ntwice\nCell\tone\nLink"), await ReadAsync(docx));
    }

    [Fact]
    public async Task What_was_deleted_or_computed_or_is_there_twice_is_left_out()
    {
        using var docx = Docxs.Holding(
            """
            <w:p><w:del><w:r><w:delText>Secret</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>Box</w:t></mc:Choice><mc:Fallback><w:t>Box</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """);

        Assert.Equal(new TextOf.Words("Box"), await ReadAsync(docx));
    }

    [Fact]
    public async Task A_link_that_is_no_address_costs_only_itself()
    {
        using var docx = Docxs.Holding(
            "<w:p><w:r><w:t>Write to us</w:t></w:r></w:p>",
            links:
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" TargetMode="External" Target="mailto:one@@two, three"/>
            </Relationships>
            """);

        Assert.Equal(new TextOf.Words("Write to us"), await ReadAsync(docx));
    }

    [Fact]
    public async Task Pictures_alone_are_no_text()
    {
        using var docx = Docxs.Holding("<w:p/>");

        Assert.Equal(new TextOf.Nothing(), await ReadAsync(docx));
    }

    [Fact]
    public async Task An_entity_is_neither_fetched_nor_unfolded()
    {
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "from the server's disk");
        using var outside = Docxs.Holding(
            "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", $"""<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]>""");
        using var laughs = Docxs.Holding(
            "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", """<!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>""");

        Assert.Equal(Broken, await ReadAsync(outside));
        Assert.Equal(Broken, await ReadAsync(laughs));
        File.Delete(secret);
    }

    [Fact]
    public async Task A_bomb_is_not_unpacked()
    {
        using var docx = Docxs.Repeating("<w:p/>", 9_000_000);

        Assert.InRange(docx.Length, 0, 500_000);
        Assert.Equal(TooLarge, await ReadAsync(docx));
    }

    [Fact]
    public async Task A_bomb_that_lies_about_its_size_yields_no_more_than_it_declares()
    {
        using var docx = Docxs.Repeating("<w:p/>", 9_000_000);
        Docxs.DeclareSize(docx, 1_000);

        Assert.Equal(Broken, await ReadAsync(docx));
    }

    [Fact]
    public async Task Too_many_entries_are_refused_before_they_are_listed()
    {
        using var docx = Docxs.WithManyEntries(20_000);

        Assert.Equal(TooLarge, await ReadAsync(docx));
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        using var docx = Docxs.Repeating("<w:sdt><w:sdtContent>", 500_000);

        Assert.Equal(TooLarge, await ReadAsync(docx));
    }

    [Fact]
    public async Task A_long_document_is_cut()
    {
        using var docx = Docxs.Repeating("<w:p><w:r><w:t>Ten letters</w:t></w:r></w:p>", 200_000);

        var text = Assert.IsType<TextOf.Words>(await ReadAsync(docx));

        Assert.InRange(text.Text.Length, TextKept.Length - 1, TextKept.Length);
    }

    [Fact]
    public async Task A_password_is_told_apart_from_a_fault()
    {
        using var docx = new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00]);

        Assert.Equal(new TextOf.Refused("The file is protected by a password."), await ReadAsync(docx));
    }

    [Fact]
    public void A_file_that_takes_too_long_is_given_up()
    {
        using var docx = Docxs.Repeating("<w:p/>", 7_000_000);

        Assert.Equal(
            new TextOf.Later("The file needs too much time or memory to read."),
            new WordText(new ImpatientClock()).Read(docx, CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("Not a DOCX at all.")]
    public async Task A_broken_file_is_refused(string content)
    {
        using var docx = new MemoryStream(Encoding.ASCII.GetBytes(content));

        Assert.Equal(Broken, await ReadAsync(docx));
    }

    [Fact]
    public async Task A_file_with_any_byte_changed_or_lost_does_no_harm()
    {
        using var sound = Docxs.Holding("<w:p><w:r><w:t>Sound</w:t></w:r></w:p>");
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var bytes = sound.ToArray();
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            using var docx = new MemoryStream(bytes, 0, round % 2 == 0 ? bytes.Length : random.Next(bytes.Length));

            Assert.IsNotType<TextOf.Later>(await ReadAsync(docx));
        }
    }

    private static Task<TextOf> ReadAsync(Stream docx) =>
        new DocumentText(new PdfText(TimeProvider.System), new WordText(TimeProvider.System)).ReadAsync(DocumentKind.Docx, docx, CancellationToken.None);
}
