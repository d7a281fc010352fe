"""Every address of the application."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from . import views

urlpatterns = [
    path("sign-in", LoginView.as_view(template_name="sign_in.html")),
    path("sign-out", LogoutView.as_view()),
    path("referrals", views.index, name="referrals"),
    path("referrals/new", views.create),
    path("referrals/<int:number>", views.show, name="referral"),
    path("referrals/<int:number>/close", views.close),
]
