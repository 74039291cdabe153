using Helpdesk.Auth.Model;

namespace Helpdesk.Tests.Auth;

/// <summary>What a key is, without a database.</summary>
public sealed class ApiKeyTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 8, 12, 0, TimeSpan.Zero);

    [Fact]
    public void Only_the_hash_and_the_beginning_are_kept()
    {
        var (key, secret) = ApiKey.Create(Guid.NewGuid(), "Monitoring", KeyScope.Read, 90, Now);
        Assert.True(ApiKey.IsLike(secret));
        Assert.Equal(Secret.Hash(secret), key.Hash);
        Assert.Equal(secret[..9], key.Beginning);
        Assert.NotEqual(secret, ApiKey.Create(Guid.NewGuid(), "Monitoring", KeyScope.Read, 90, Now).Secret);
    }

    [Fact]
    public void An_access_token_that_begins_like_a_key_is_none()
    {
        Assert.False(ApiKey.IsLike("hd_" + Secret.Create()[3..]));
        Assert.False(ApiKey.IsLike("xd_" + Secret.Create()));
        Assert.Equal(Secret.Length, Secret.Create().Length);
    }

    [Fact]
    public void It_works_until_it_expires_or_is_revoked()
    {
        var (key, _) = ApiKey.Create(Guid.NewGuid(), "Monitoring", KeyScope.Read, 1, Now);
        Assert.Equal(KeyState.Active, key.StateAt(Now.AddHours(23)));
        Assert.Equal(KeyState.Expired, key.StateAt(Now.AddDays(1)));
        Assert.Equal(KeyState.Active, ApiKey.Create(Guid.NewGuid(), "For good", KeyScope.Read, null, Now).Key.StateAt(Now.AddYears(20)));
        key.RevokedAt = Now;
        Assert.Equal(KeyState.Revoked, key.StateAt(Now.AddHours(1)));
    }
}
