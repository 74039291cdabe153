using Helpdesk.Auth.ExportData;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Tests.Auth;

public sealed class PrivacyTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 2, 14, 32, 0, TimeSpan.Zero);

    [Fact]
    public void An_anonymised_account_says_nothing_of_whom_it_was()
    {
        var user = User.Create("priya@example.com", "Priya Patel", Role.Admin, Now);
        var (id, stamp) = (user.Id, user.SecurityStamp);
        user.SetPassword("hash");
        foreach (var property in typeof(User).GetProperties().Where(property => property.CanWrite))
        {
            object? value = property.Name switch
            {
                nameof(User.Id) or nameof(User.SecurityStamp) or nameof(User.ConcurrencyStamp) or nameof(User.CreatedAt) => property.GetValue(user),
                _ when property.PropertyType == typeof(string) => "trace",
                _ when property.PropertyType == typeof(bool) => property.Name != nameof(User.HasKeyboardShortcuts),
                _ when property.PropertyType == typeof(DateTimeOffset?) => Now.AddDays(-1),
                _ when property.PropertyType == typeof(TimeOnly?) => new TimeOnly(22, 0),
                _ when property.PropertyType == typeof(int?) => 7,
                _ => property.GetValue(user),
            };
            property.SetValue(user, value);
        }

        user.Anonymise(Now);
        var blank = new User();
        // What Identity has and no table of ours keeps, and what tells nothing.
        string[] apart =
        [
            nameof(User.Id), nameof(User.SecurityStamp), nameof(User.ConcurrencyStamp), nameof(User.CreatedAt), nameof(User.PhoneNumber),
            nameof(User.PhoneNumberConfirmed), nameof(User.LockoutEnabled), nameof(User.LockoutEnd), nameof(User.AnonymisedAt), nameof(User.DeactivatedAt),
            nameof(User.Email), nameof(User.NormalizedEmail), nameof(User.UserName), nameof(User.NormalizedUserName),
        ];
        foreach (var property in typeof(User).GetProperties().Where(property => property.CanWrite && !apart.Contains(property.Name)))
        {
            Assert.True(Equals(property.GetValue(blank), property.GetValue(user)), $"{property.Name} is still {property.GetValue(user)}.");
        }

        Assert.Equal((id, Now, Now.AddDays(-1)), (user.Id, user.AnonymisedAt!.Value, user.DeactivatedAt!.Value));
        Assert.NotEqual(stamp, user.SecurityStamp);
        Assert.Matches("^[0-9a-f]{32}@anonymised\\.invalid$", user.Email);
        Assert.DoesNotContain("trace", user.NormalizedEmail + user.UserName + user.NormalizedUserName, StringComparison.OrdinalIgnoreCase);
        Assert.False(user.IsActive);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(1_234)]
    public async Task Pieces_are_of_one_size_and_together_what_was_written(int length)
    {
        var content = Enumerable.Range(0, length).Select(number => (byte)number).ToArray();
        var parts = new List<byte[]>();
        await using var stream = new PartsStream(100, (number, part, _) =>
        {
            Assert.Equal(parts.Count, number);
            parts.Add(part);
            return Task.CompletedTask;
        });
        foreach (var chunk in content.Chunk(37))
        {
            await stream.WriteAsync(chunk);
            stream.Flush();
        }

        await stream.CompleteAsync(CancellationToken.None);
        Assert.Equal(content, parts.SelectMany(part => part));
        Assert.All(parts.SkipLast(1), part => Assert.Equal(100, part.Length));
        Assert.Equal(length, stream.Written);
    }

    [Fact]
    public async Task What_is_written_without_waiting_is_cut_as_well()
    {
        var parts = new List<byte[]>();
        await using var stream = new PartsStream(10, (_, part, _) =>
        {
            parts.Add(part);
            return Task.CompletedTask;
        });
        stream.Write(new byte[25], 0, 25);
        Assert.Empty(parts);
        await stream.WriteAsync(new byte[] { 1 }.AsMemory());
        await stream.CompleteAsync(CancellationToken.None);
        Assert.Equal([10, 10, 6], parts.Select(part => part.Length));
        Assert.True(stream is { CanWrite: true, CanRead: false, CanSeek: false });
        Assert.Throws<NotSupportedException>(() => stream.Length);
        Assert.Throws<NotSupportedException>(() => stream.Position);
        Assert.Throws<NotSupportedException>(() => stream.Position = 1);
        Assert.Throws<NotSupportedException>(() => stream.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => stream.SetLength(0));
        Assert.Throws<NotSupportedException>(() => stream.Read(new byte[1], 0, 1));
    }

    [Fact]
    public void Exports_have_times_that_can_be_set()
    {
        Assert.Equal((TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30)), Of(From()));
        Assert.Equal((TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(2)), Of(From(("LeaseSeconds", "7"), ("PollSeconds", "2"))));
        var wrong = Assert.Throws<SettingsException>(() => From(("LeaseSeconds", "0")));
        Assert.StartsWith("Exports__LeaseSeconds is \"0\".", wrong.Message);

        static (TimeSpan, TimeSpan) Of(ExportSettings settings) => (settings.Lease, settings.Poll);

        static ExportSettings From(params (string Name, string Value)[] settings) => ExportSettings.From(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Exports:{setting.Name}", (string?)setting.Value))).Build());
    }
}
