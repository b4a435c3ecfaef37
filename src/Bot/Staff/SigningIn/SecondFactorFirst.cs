using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MdtChatBot.Bot.Staff;

/// <summary>Who must have a second factor and has none yet is led to the page that makes one, whatever they open.</summary>
sealed class SecondFactorFirst(StaffUser user) : IAsyncPageFilter
{
    public const string Path = "/staff/account/second-factor";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var isExempt = context.HandlerInstance.GetType().IsDefined(typeof(BeforeSecondFactorAttribute), inherit: true);
        if (!user.IsSignedIn || user.IsComplete || isExempt) return next();
        context.Result = new RedirectResult(Path);
        return Task.CompletedTask;
    }
}

/// <summary>A page that opens before there is a second factor: the one that makes it, and the way out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeSecondFactorAttribute : Attribute;
