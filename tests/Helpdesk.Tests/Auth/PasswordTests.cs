using System.Text;
using Helpdesk.Auth.Passwords;

namespace Helpdesk.Tests.Auth;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("a lamp, a boat", null)]
    [InlineData("12 Zeichen: ", null)]
    [InlineData("            ", null)]
    [InlineData("пароль на лодке", null)]
    [InlineData("", "Enter a password.")]
    [InlineData("11 charactr", "Use at least 12 characters. A sentence is good.")]
    [InlineData("Priya likes tea", "This password contains your name. Choose another.")]
    [InlineData("PRIYARAMAN 2027", "This password contains your name. Choose another.")]
    [InlineData("ＰＲＩＹＡ in the wide", "This password contains your name. Choose another.")]
    [InlineData("write p.raman77 now", "This password contains your name. Choose another.")]
    [InlineData("tea for acme help", "This password contains the name of this site. Choose another.")]
    [InlineData("mailbox77 and more", "This password contains your e-mail address. Choose another.")]
    [InlineData("qwertyqwerty", "This password is easy to guess because many people use it. Choose another.")]
    [InlineData("QwertyQwerty", "This password is easy to guess because many people use it. Choose another.")]
    [InlineData("leavemealone", "This password is easy to guess because many people use it. Choose another.")]
    public void Each_refusal_has_its_sentence(string password, string? sentence) =>
        Assert.Equal(sentence, PasswordRules.Problem(password, "Priya K Raman", "mailbox77@acme.example", "Acme"));

    [Fact]
    public void The_list_of_common_passwords_is_built_in() => Assert.InRange(CommonPasswords.Count, 40_000, 50_000);

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal(
        "Password contains a character that cannot be used here.", PasswordRules.Problem("half \ud83d of an emoji", "", "", ""));

    [Fact]
    public void A_short_name_may_be_part_of_a_word_but_a_short_Chinese_name_is_telling()
    {
        Assert.Null(PasswordRules.Problem("planning for autumn", "Ann Ng", "ann@x.example", "Ops"));
        Assert.NotNull(PasswordRules.Problem("王小明的长长的密码就在这里面了", "小明", "x@x.example", "Ops"));
    }

    [Fact]
    public void Length_is_counted_in_characters()
    {
        Assert.Null(PasswordRules.Problem(Repeat(12), "", "", ""));
        Assert.NotNull(PasswordRules.Problem(Repeat(11), "", "", ""));
        Assert.Null(PasswordRules.Problem(Repeat(128), "", "", ""));
        Assert.Equal("Password can have up to 128 characters. It has 129.", PasswordRules.Problem(Repeat(129), "", "", ""));
    }

    [Fact]
    public async Task A_hash_verifies_its_password_and_no_other()
    {
        using var passwords = new PasswordHashes(2, TimeSpan.FromSeconds(10));
        var hash = (await passwords.HashAsync("a lamp, a boat", default)).Value!;
        Assert.StartsWith("$argon2id$v=19$m=19456,t=2,p=1$", hash);
        Assert.NotEqual(hash, (await passwords.HashAsync("a lamp, a boat", default)).Value);
        Assert.Equal(PasswordMatch.Right, (await passwords.VerifyAsync(hash, "a lamp, a boat", default)).Value);
        Assert.Equal(PasswordMatch.Wrong, (await passwords.VerifyAsync(hash, "a lamp, a boa", default)).Value);
        Assert.Equal(PasswordMatch.Wrong, (await passwords.VerifyAsync(hash, "half \ud83d of it", default)).Value);
        Assert.Equal(PasswordMatch.Wrong, (await passwords.VerifyAsync(null, "", default)).Value);
        Assert.Equal(PasswordMatch.Wrong, (await passwords.VerifyAsync("not a hash", "a lamp, a boat", default)).Value);
        Assert.Equal(PasswordMatch.Wrong, (await passwords.VerifyAsync(new string('x', 500), "a lamp, a boat", default)).Value);
        await Assert.ThrowsAsync<ArgumentException>(() => passwords.HashAsync("half \ud83d of it", default));
    }

    [Fact]
    public void A_weaker_hash_is_outdated()
    {
        using var passwords = new PasswordHashes(1, TimeSpan.FromSeconds(10));
        var weak = Sodium.Hash(Encoding.UTF8.GetBytes("a lamp, a boat"), 1, 8u << 20);
        Assert.Equal(PasswordMatch.RightButOutdated, passwords.Verify(weak, "a lamp, a boat"));
        Assert.Equal(PasswordMatch.Right, passwords.Verify(passwords.Hash("a lamp, a boat"), "a lamp, a boat"));
    }

    [Fact]
    public async Task Never_more_at_once_than_allowed()
    {
        using var passwords = new PasswordHashes(1, TimeSpan.Zero);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => passwords.HashAsync("a lamp, a boat", default)));
        Assert.Contains(outcomes, outcome => outcome.Value is not null);
        Assert.Contains(outcomes, outcome => outcome.Refusal is Helpdesk.Platform.Refusal.Later { HouseIsFull: true });
    }

    private static string Repeat(int times) => string.Concat(Enumerable.Repeat("😀", times));
}
