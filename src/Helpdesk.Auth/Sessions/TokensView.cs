using Helpdesk.Auth.Me;
using Helpdesk.Auth.Model;

namespace Helpdesk.Auth.Sessions;

internal sealed record TokensView(string AccessToken, string TokenType, int ExpiresIn, string RefreshToken, UserView User)
{
    public static TokensView Of(TokenPair tokens, User user) =>
        new(tokens.AccessToken, "Bearer", (int)Model.AccessToken.Lifetime.TotalSeconds, tokens.RefreshToken, UserView.Of(user));
}
